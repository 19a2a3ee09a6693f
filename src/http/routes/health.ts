import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import type { Config } from "../../platform/config.ts";
import type { Services } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { within } from "../../platform/within.ts";
import { openRoutes } from "../env.ts";
import { askDatabase } from "../health-store.ts";
import { responses } from "../route.ts";

const timeoutMs = 2_000;

const Health = z.object({
  status: z.literal("ready"),
  mode: z.enum(["embedded", "server", "scaled"]),
  version: z.string(),
});

const health = createRoute({
  method: "get",
  path: "/api/health",
  tags: ["运行"],
  summary: "Whether requests can be served; 503 when the database does not answer",
  responses: responses(Health, "Ready", ["unavailable"]),
});

const modeOf = ({ databaseUrl, redisUrl }: Config) => (redisUrl ? "scaled" : databaseUrl ? "server" : "embedded");

export const healthRoutes = ({ config, db }: Services, version: string) =>
  openRoutes().openapi(health, async (c) => {
    await within(c.req.raw.signal, timeoutMs, () => askDatabase(db)).catch((cause: unknown) => {
      throw new AppError("unavailable", "数据库没有应答", { cause });
    });
    return c.json({ status: "ready" as const, mode: modeOf(config), version }, 200);
  });
