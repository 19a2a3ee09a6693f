import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import type { Config } from "../platform/config.ts";
import { AppError } from "../platform/errors.ts";
import type { OpenEnv } from "./env.ts";

const largestBodyBytes = 10 * 1024 * 1024;

/** Headers of every answer. Only /panel may be shown in a frame, by the pages of EMBED_ORIGINS. */
export function browserRules(config: Config) {
  const plain = headersFor(config, []);
  const embedded = config.embedOrigins.length ? headersFor(config, config.embedOrigins) : plain;
  return createMiddleware(function setHeaders(c, next) {
    return c.req.path === "/panel" ? embedded(c, next) : plain(c, next);
  });
}

const headersFor = (config: Config, framedBy: readonly string[]) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // antd writes its styles into the page at run time.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'", "data:"],
      mediaSrc: ["'self'", "blob:"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: framedBy.length ? ["'self'", ...framedBy] : ["'none'"],
    },
    strictTransportSecurity: config.publicUrl?.startsWith("https:") ? "max-age=31536000" : false,
    referrerPolicy: "same-origin",
    xFrameOptions: framedBy.length ? false : "DENY",
    permissionsPolicy: { camera: [], geolocation: [], microphone: ["self"] },
  });

const isFile = (method: string, path: string) =>
  (method === "PUT" && /^\/api\/calls\/[^/]+\/(?:attachments|recording)$/.test(path)) ||
  ((method === "PUT" || method === "POST") && path === "/api/articles/imports");

const limitJson = bodyLimit({
  maxSize: largestBodyBytes,
  onError: () => {
    throw new AppError("too_large", "提交的内容不能超过 10 MB");
  },
});

/** Files are streamed and counted where they are stored. */
export const limitBody = createMiddleware(function limit(c, next) {
  return isFile(c.req.method, c.req.path) ? next() : limitJson(c, next);
});

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses writes that a page of another site sent. A browser always names the origin of a write;
 * a program that names none carries no one's cookie unasked, so it may pass.
 */
export const refuseOtherSites = (config: Config) =>
  createMiddleware<OpenEnv>(async function checkOrigin(c, next) {
    if (safeMethods.has(c.req.method)) return next();
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    const isOwn =
      origin === undefined ? !site || site === "same-origin" : isTrusted(config, origin, c.req.header("host"));
    if (!isOwn) throw new AppError("forbidden", "请求来自其他网站，已拒绝；服务在其他地址时请设置 PUBLIC_URL");
    await next();
  });

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** The configured address; without one the request's own host, on this machine only (a foreign name may point here). */
function isTrusted(config: Config, origin: string, host: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (config.publicUrl) return from.origin === new URL(config.publicUrl).origin;
  return loopback.test(from.hostname) && (host === undefined || from.host === host);
}

/** Nothing of the API stays in a cache. */
export const neverStore = createMiddleware(async function noStore(c, next) {
  await next();
  c.res.headers.set("Cache-Control", "no-store");
});
