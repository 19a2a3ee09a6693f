import { join } from "node:path";
import { inject } from "vitest";
import { packageRoot } from "../../src/package-root.ts";
import type { Role } from "../../src/platform/access.ts";
import { parseConfig } from "../../src/platform/config.ts";
import type { Ctx } from "../../src/platform/context.ts";
import { type OpenServices, openServices } from "../../src/services.ts";
import type { DatabaseKind } from "./databases.ts";
import { freshDatabase } from "./postgres.ts";

/** Services on a fresh database of that kind, with no queue: tests run the verbs. `close` drops the database. */
export async function openTestServices(kind: DatabaseKind): Promise<OpenServices> {
  const fresh = kind === "PostgreSQL" ? await freshDatabase(inject("postgresUrl") ?? "") : null;
  const settings = {
    RULES_DIR: join(packageRoot, "rules"),
    DATA_DIR: "memory://",
    LOG_LEVEL: "silent",
    ...(fresh ? { DATABASE_URL: fresh.url, AUTH_SECRET: "0123456789abcdef".repeat(4) } : {}),
  };
  const services = await openServices(parseConfig(settings), { queues: false });
  const close = async () => {
    await services.close();
    await fresh?.drop();
  };
  return { ...services, close };
}

/** A context of a signed-in person of that role. */
export const ctxOf = (
  services: OpenServices,
  role: Role,
  who: { agentId?: string; agency?: string; id?: string } = {},
): Ctx => ({
  ...services,
  actor: {
    kind: "user",
    userId: who.id ?? `${role}-1`,
    name: "测试",
    role,
    agentId: who.agentId ?? null,
    agency: who.agency ?? null,
  },
  requestId: "test",
  signal: new AbortController().signal,
});
