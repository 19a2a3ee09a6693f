import { randomUUID } from "node:crypto";
import { createMiddleware } from "hono/factory";
import type { OpenEnv } from "./env.ts";

/** Names each request. Ours only: an id of the caller's choosing could pose as another request in the audit. */
export const nameRequest = createMiddleware<OpenEnv>(async function requestId(c, next) {
  c.set("requestId", randomUUID());
  c.header("X-Request-Id", c.var.requestId);
  await next();
});
