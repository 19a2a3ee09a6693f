import { expect, test } from "vitest";
import { openTestApp } from "../security/test-app.ts";

test("x", async () => {
  const t = await openTestApp("embedded");
  const r = await t.as("agent", "/api/me");
  console.log(r.status, await r.text(), [...r.headers]);
  const d = await t.request("/api/openapi.json");
  const text = await d.text();
  console.log(d.status, text.length, text.slice(0, 500));
  console.log((await t.request("/api/docs")).status, (await t.request("/")).status);
  console.log(await (await t.as("agent", "/api/city")).text().then((x) => x.slice(0, 800)));
  await t.close();
});
