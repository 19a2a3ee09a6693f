import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { OpenEnv } from "./env.ts";

const notBuilt = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>听诉</title>
<h1>界面还没有构建</h1><p>接口已可使用（<a href="/api/docs">接口文档</a>）。请在项目目录执行 <code>npm run build</code>，再刷新此页。</p></html>`;

/** An address of a screen has no extension. */
const isFile = (c: Context) => /\.\w+$/.test(c.req.path);
const isHashed = (path: string) => /[\\/]assets[\\/]/.test(path);

/**
 * The built screens of `webDir`. Files named by their content may be kept for a year; index.html answers every path
 * without an extension, since the screens have their own addresses, and is asked for each time.
 */
export function webRoutes(webDir: string) {
  const index = join(webDir, "index.html");
  const cacheRule = (path: string, c: Context) => {
    c.header("Cache-Control", isHashed(path) ? "public, max-age=31536000, immutable" : "no-cache");
  };
  // Made at the first request after the build: it complains on the console about a folder that is not there.
  let files: MiddlewareHandler<OpenEnv> | undefined;
  return new Hono<OpenEnv>()
    .get("*", (c, next) => {
      if (!files && existsSync(index)) files = serveStatic<OpenEnv>({ root: webDir, onFound: cacheRule });
      return files && isFile(c) ? files(c, next) : next();
    })
    .get("*", (c) => {
      c.header("Cache-Control", "no-cache");
      if (!existsSync(index)) return c.html(notBuilt, isFile(c) ? 404 : 503);
      return isFile(c) ? c.text("没有这个文件", 404) : c.html(readFileSync(index, "utf8"));
    });
}
