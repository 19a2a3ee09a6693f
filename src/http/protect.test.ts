import { Hono } from "hono";
import { expect, test } from "vitest";
import { parseConfig } from "../platform/config.ts";
import { browserRules } from "./protect.ts";

async function framingOf(
  path: string,
  embedOrigins: string,
): Promise<[policy: string | undefined, options: string | null]> {
  const app = new Hono().use(browserRules(parseConfig({ EMBED_ORIGINS: embedOrigins }))).get("*", (c) => c.text(""));
  const { headers } = await app.request(path);
  const policy = /frame-ancestors ([^;]+)/.exec(headers.get("content-security-policy") ?? "")?.[1];
  return [policy, headers.get("x-frame-options")];
}

test("nothing may be framed where no page is named", async () => {
  for (const path of ["/", "/panel", "/panel?call=1"]) expect(await framingOf(path, "")).toEqual(["'none'", "DENY"]);
});

test("the panel alone may be framed, by the pages that are named and by ours", async () => {
  const named = "https://a.example.cn,http://10.0.0.5:8080";
  const open = ["'self' https://a.example.cn http://10.0.0.5:8080", null];
  expect(await framingOf("/panel?call=1", named)).toEqual(open);
  for (const path of ["/", "/panel/x", "/panels", "/api/calls", "/orders/panel", "//panel"])
    expect(await framingOf(path, named), path).toEqual(["'none'", "DENY"]);
});
