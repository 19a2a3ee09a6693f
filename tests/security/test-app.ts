import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { createApp, createUser, openAuth } from "../../src/http/index.ts";
import { type Role, roles } from "../../src/platform/access.ts";
import { parseConfig } from "../../src/platform/config.ts";
import { type Ctx, type Services, systemCtx } from "../../src/platform/context.ts";
import { openServices } from "../../src/services.ts";
import { freshDatabase } from "../support/postgres.ts";

export type Engine = "embedded" | "postgres";
export const engines: Engine[] = ["embedded", "postgres"];
export const isMissing = (engine: Engine) => engine === "postgres" && !inject("postgresUrl");

export const password = "correct-horse-battery";
export const agencyName = "东湖区望湖街道办事处";

type Init = { method?: string; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal };
export type TestApp = Awaited<ReturnType<typeof openTestApp>>;

/** The whole app over an empty database, with one person a role (and a second agent), without a port. */
export async function openTestApp(engine: Engine, change: (services: Services) => Partial<Services> = () => ({})) {
  const database = engine === "postgres" ? await freshDatabase(inject("postgresUrl") ?? "") : null;
  const config = parseConfig({
    DATA_DIR: "memory://",
    LOG_LEVEL: "silent",
    ...(database ? { DATABASE_URL: database.url, AUTH_SECRET: randomUUID() } : {}),
  });
  const opened = await openServices(config, { queues: false });
  const services: Services = { ...opened, ...change(opened) };
  const auth = openAuth(services);
  const app = createApp(services, auth);
  const ctx: Ctx = systemCtx(services, "test", new AbortController().signal, "test");
  const request = (path: string, { method = "GET", body, headers = {}, signal }: Init = {}) =>
    app.request(`http://localhost${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  const signIn = async (username: string, secret = password) => {
    const response = await request("/api/auth/sign-in/username", {
      method: "POST",
      body: { username, password: secret },
    });
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
  };
  const people = new Map<string, { id: string; cookie: string }>();
  const addPerson = async (username: string, role: Role, agentId: string | null) => {
    const agency = role === "agency" ? agencyName : null;
    const user = await createUser(ctx, { username, password, name: username, role, agentId, agency });
    people.set(username, { id: user.id, cookie: await signIn(username) });
  };
  for (const role of roles) await addPerson(role, role, role === "agent" ? "A1" : null);
  await addPerson("agent.two", "agent", "A2");
  const cookieOf = (username: string) => people.get(username)?.cookie ?? "";
  return {
    app,
    auth,
    services,
    ctx,
    request,
    signIn,
    idOf: (username: string) => people.get(username)?.id ?? "",
    cookieOf,
    as: (username: string, path: string, init: Init = {}) =>
      request(path, { ...init, headers: { cookie: cookieOf(username), ...init.headers } }),
    async close() {
      await opened.close();
      await database?.drop();
    },
  };
}

/** An inbound call of a seat (null: of none). */
export const callOf = (id: string, agentId: string | null = "A1", direction = "inbound") => ({
  id,
  direction,
  startedAt: "2026-03-05T09:12:00+08:00",
  callerNumber: "13800000000",
  agentId,
  utterances: [
    { i: 0, speaker: "agent", startMs: 0, endMs: 2000, text: "您好，请问您需要什么帮助？" },
    {
      i: 1,
      speaker: "citizen",
      startMs: 2100,
      endMs: 8000,
      text: "我姓王，昨天晚上十点望湖街道科苑路工地夜间施工太吵了，请你们管一管。",
    },
  ],
});
