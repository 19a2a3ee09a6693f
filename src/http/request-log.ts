import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { Log } from "../platform/log.ts";
import type { OpenEnv } from "./env.ts";

/** One line a request: the pattern of its path, never the path, which may hold a name or number. */
export const logRequests = (log: Log) =>
  createMiddleware<OpenEnv>(async function requestLine(c, next) {
    c.set("address", addressOf(c));
    const startMs = performance.now();
    await next();
    const tookMs = Math.round(performance.now() - startMs);
    const { requestId } = c.var;
    log.info({ requestId, method: c.req.method, route: routePath(c), status: c.res.status, tookMs }, "request");
  });

/** The peer's address; "local" for a request that came by no socket. */
function addressOf(c: Context): string {
  const hasSocket = typeof c.env === "object" && c.env !== null && "incoming" in c.env;
  return (hasSocket && getConnInfo(c).remote.address) || "local";
}
