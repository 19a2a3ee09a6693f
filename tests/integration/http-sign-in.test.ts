import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { authSecret } from "../../src/http/auth-secret.ts";
import { openAuth } from "../../src/http/index.ts";
import { listAudit } from "../../src/platform/audit.ts";
import { parseConfig } from "../../src/platform/config.ts";
import { engines, isMissing, openTestApp, password, type TestApp, usernameOf } from "../security/test-app.ts";

const address = "/api/auth/sign-in/username";
const hourMs = 3600 * 1000;

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  let clockMs = 0;
  beforeAll(async () => {
    t = await openTestApp(engine, () => ({ now: () => new Date(Date.now() + clockMs) }));
  });
  afterAll(() => t.close());

  const lastAudit = async () => (await listAudit(t.services.db, 1))[0];
  const meWith = (cookie: string) => t.request("/api/me", { headers: { cookie } });

  test("the right password gives a cookie that no script and no other site can use", async () => {
    const response = await t.request(address, { method: "POST", body: { username: "U.QA", password } });
    expect(response.status).toBe(200);
    const [cookie = "", ...others] = response.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^tingsu\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Max-Age=1800/);
    expect(await response.text()).not.toContain(cookie.slice("tingsu.session_token=".length).split(".")[0] ?? "?");
    expect(await lastAudit()).toMatchObject({
      action: "session.start",
      target: t.idOf("qa"),
      actor: `user:${t.idOf("qa")}`,
    });
  });

  test("a wrong password and an unknown name are refused in the same words, and both are on record", async () => {
    const wrong = await t.request(address, {
      method: "POST",
      body: { username: usernameOf("qa"), password: "not the password" },
    });
    const wrongAudit = await lastAudit();
    const unknown = await t.request(address, { method: "POST", body: { username: "nobody", password } });
    const unknownAudit = await lastAudit();
    const odd = await t.request(address, { method: "POST", body: { username: "没有 这个人", password } });
    expect([wrong.status, unknown.status, odd.status]).toEqual([401, 401, 401]);
    const said = await Promise.all([wrong, unknown, odd].map(async (response) => (await response.json()).message));
    expect(new Set(said)).toEqual(new Set(["用户名或密码不正确"]));
    expect(wrongAudit).toMatchObject({ action: "session.refuse", target: t.idOf("qa"), actor: "system:sign-in" });
    expect(unknownAudit).toMatchObject({ action: "session.refuse", target: "unknown" });
  });

  test("the sixth attempt in a minute waits, also with the right password, and other names do not", async () => {
    const attempt = (secret: string) =>
      t.request(address, { method: "POST", body: { username: usernameOf("editor"), password: secret } });
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await attempt("wrong wrong wrong")).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401]);
    const sixth = await attempt(password);
    expect(sixth.status).toBe(429);
    expect(await sixth.json()).toMatchObject({ error: "rate_limited" });
    expect(await t.signIn("admin")).not.toBe("");
    clockMs += 61_000;
    expect((await attempt(password)).status).toBe(200);
  });

  test("signing out ends the session itself, not only the cookie", async () => {
    const cookie = await t.signIn("dispatcher");
    expect((await meWith(cookie)).status).toBe(200);
    const response = await t.request("/api/auth/sign-out", { method: "POST", headers: { cookie } });
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie().join()).toMatch(/Max-Age=0/);
    expect(await lastAudit()).toMatchObject({ action: "session.end", target: t.idOf("dispatcher") });
    expect((await meWith(cookie)).status).toBe(401);
  });

  test("a forged, changed or foreign cookie is no sign-in", async () => {
    const cookie = await t.signIn("dispatcher");
    const changed = cookie.replace(/.(?=\.)/, (letter) => (letter === "a" ? "b" : "a"));
    for (const bad of ["", "tingsu.session_token=x.y", changed, `${cookie}x`, cookie.replace(/=.*?\./, "=stolen.")])
      expect((await meWith(bad)).status, bad).toBe(401);
  });

  test("a session ends half an hour after the last request", async () => {
    const cookie = await t.signIn("dispatcher");
    await t.services.pool.query(
      "update app_session set expires_at = now() + interval '20 minutes' where user_id = $1",
      [t.idOf("dispatcher")],
    );
    const used = await meWith(cookie);
    expect(used.status).toBe(200);
    expect(used.headers.getSetCookie().join(), "a request makes it last half an hour again").toMatch(/Max-Age=1800/);
    await t.services.pool.query("update app_session set expires_at = now() - interval '1 second' where user_id = $1", [
      t.idOf("dispatcher"),
    ]);
    expect((await meWith(cookie)).status).toBe(401);
  });

  test("a session ends twelve hours after the sign-in, however busy", async () => {
    const cookie = await t.signIn("dispatcher");
    const before = clockMs;
    clockMs = before + 11.9 * hourMs;
    expect((await meWith(cookie)).status).toBe(200);
    clockMs = before + 12 * hourMs;
    expect((await meWith(cookie)).status).toBe(401);
    clockMs = before;
    expect((await meWith(cookie)).status, "it is gone, not hidden").toBe(401);
  });

  test("a disabled person is out at once and cannot come back until let in", async () => {
    const cookie = await t.signIn("callback");
    const path = `/api/users/${t.idOf("callback")}`;
    const disabled = await t.as("admin", path, { method: "PATCH", body: { isDisabled: true } });
    expect(await disabled.json()).toMatchObject({ username: usernameOf("callback"), isDisabled: true });
    expect(await lastAudit()).toMatchObject({ action: "user.disable", target: t.idOf("callback") });
    expect((await meWith(cookie)).status).toBe(401);
    const refused = await t.request(address, { method: "POST", body: { username: usernameOf("callback"), password } });
    expect(refused.status).toBe(403);
    expect(refused.headers.getSetCookie()).toEqual([]);
    const guessed = await t.request(address, {
      method: "POST",
      body: { username: usernameOf("callback"), password: "a wrong guess" },
    });
    expect(guessed.status, "only who knows the password learns of it").toBe(401);
    await t.as("admin", path, { method: "PATCH", body: { isDisabled: false } });
    expect((await meWith(await t.signIn("callback"))).status).toBe(200);
  });

  test("one's own password is changed with the old one, and ends one's other sessions", async () => {
    const [here, elsewhere] = [await t.signIn("agency"), await t.signIn("agency")];
    const change = (body: unknown) =>
      t.request("/api/auth/change-password", { method: "POST", headers: { cookie: here }, body });
    expect((await change({ currentPassword: "not it at all", newPassword: "another-good-password" })).status).toBe(400);
    expect((await change({ currentPassword: password, newPassword: "short" })).status).toBe(400);
    expect((await change({ currentPassword: password, newPassword: "another-good-password" })).status).toBe(200);
    expect(await lastAudit()).toMatchObject({ action: "user.password", target: t.idOf("agency") });
    expect((await meWith(elsewhere)).status).toBe(401);
    expect(await t.signIn("agency")).toBe("");
    expect(await t.signIn("agency", "another-good-password")).not.toBe("");
  });

  test("accounts come from administrators only: what better-auth offers beside is not there", async () => {
    const user = { email: "a@b.cn", name: "x", username: "intruder", password, role: "admin" };
    for (const path of ["sign-up/email", "sign-in/email", "update-user", "is-username-available", "delete-user"]) {
      const response = await t.request(`/api/auth/${path}`, { method: "POST", body: user });
      expect(response.status, path).toBe(401);
      expect((await t.as("qa", `/api/auth/${path}`, { method: "POST", body: user })).status, path).toBe(404);
    }
  });

  test("passwords are kept as hashes", async () => {
    const { rows } = await t.services.pool.query("select password from app_account");
    expect(rows.length).toBeGreaterThan(6);
    for (const row of rows) expect(row.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });

  test("the demo's buttons work on the embedded database and do not exist on a configured one", async () => {
    const shown = await (await t.request("/api/demo")).json();
    const response = await t.request("/api/demo/sign-in", { method: "POST", body: { role: "admin" } });
    if (engine === "postgres") {
      expect(shown).toEqual({ isDemo: false, roles: [] });
      return expect(response.status).toBe(404);
    }
    expect(shown.roles).toHaveLength(8);
    const second = await t.request("/api/demo/sign-in", { method: "POST", body: { role: "editor", second: true } });
    const none = await t.request("/api/demo/sign-in", { method: "POST", body: { role: "admin", second: true } });
    expect([second.status, none.status]).toEqual([200, 404]);
    const again = await t.request("/api/demo/sign-in", { method: "POST", body: { role: "admin" } });
    expect([response.status, again.status]).toEqual([200, 200]);
    const cookie = again.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    expect(await (await meWith(cookie)).json()).toMatchObject({ role: "admin", roleTitle: "管理员", isDemo: true });
  });
});

test("a demo under a new secret signs its people in again", async () => {
  const t = await openTestApp("embedded");
  const caller = { address: "local", requestId: "r", signal: new AbortController().signal };
  expect((await t.auth.demoSignIn({ role: "qa" }, caller)).actor.role).toBe("qa");
  const restarted = openAuth({ ...t.services, config: { ...t.services.config, authSecret: "another".repeat(6) } });
  expect((await restarted.demoSignIn({ role: "qa" }, caller)).actor.role).toBe("qa");
  await t.close();
});

test("a demo is refused beside a configured database even where the settings were got round", async () => {
  const t = await openTestApp("embedded");
  const config = {
    ...t.services.config,
    databaseUrl: "postgres://x@127.0.0.1/x",
    authSecret: "s".repeat(32),
    isDemo: true,
  };
  const auth = openAuth({ ...t.services, config });
  const caller = { address: "local", requestId: "r", signal: new AbortController().signal };
  await expect(auth.demoSignIn({ role: "admin" }, caller)).rejects.toMatchObject({ fault: "not_found" });
  await t.close();
});

describe("the secret of the cookies", () => {
  const dir = mkdtempSync(join(tmpdir(), "tingsu-secret-"));
  afterAll(() => rmSync(dir, { recursive: true }));

  test("is made once, for its owner's eyes only", () => {
    const config = parseConfig({ DATA_DIR: dir });
    const secret = authSecret(config);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(authSecret(config)).toBe(secret);
    expect((statSync(join(dir, "secret")).mode & 0o777).toString(8)).toBe("600");
  });

  test("must be given with a configured database", () => {
    expect(() => authSecret({ ...parseConfig({}), databaseUrl: "postgres://x@y/z" })).toThrow(/AUTH_SECRET/);
  });
});
