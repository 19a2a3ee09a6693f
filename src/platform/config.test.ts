import { expect, test } from "vitest";
import { parseConfig } from "./config.ts";

test("nothing set is the embedded demo", () => {
  expect(parseConfig({})).toMatchObject({
    databaseUrl: null,
    redisUrl: null,
    isDemo: true,
    port: 3000,
    languageModel: null,
  });
});

test("every bad setting is named at once", () => {
  const bad = { PORT: "http", REDIS_URL: "redis://h:1", LOG_LEVEL: "loud", SWEEP_SEC: "-1" };
  expect(() => parseConfig(bad)).toThrow(/PORT[\s\S]*SWEEP_SEC|SWEEP_SEC[\s\S]*PORT/);
  for (const name of ["PORT", "LOG_LEVEL", "SWEEP_SEC"]) expect(() => parseConfig(bad)).toThrow(name);
});

test("demo sign-in never goes with a database of one's own", () => {
  const own = { DATABASE_URL: "postgres://a@127.0.0.1/b", AUTH_SECRET: "x".repeat(32) };
  expect(() => parseConfig({ ...own, DEMO: "true" })).toThrow("DEMO");
  expect(parseConfig(own).isDemo).toBe(false);
});

test("a database of one's own needs a secret, and Redis needs a database", () => {
  expect(() => parseConfig({ DATABASE_URL: "postgres://a@127.0.0.1/b" })).toThrow("AUTH_SECRET");
  expect(() => parseConfig({ REDIS_URL: "redis://127.0.0.1:6379" })).toThrow("DATABASE_URL");
});

test("pages that may frame the panel are origins, without paths or stars", () => {
  const list = "https://a.example.cn, http://10.0.0.5:8080";
  expect(parseConfig({ EMBED_ORIGINS: list }).embedOrigins).toEqual(["https://a.example.cn", "http://10.0.0.5:8080"]);
  expect(parseConfig({}).embedOrigins).toEqual([]);
  for (const bad of ["*", "https://a.example.cn/desk", "a.example.cn", "https://a.cn; script-src *", "javascript:1"])
    expect(() => parseConfig({ EMBED_ORIGINS: bad }), bad).toThrow("EMBED_ORIGINS");
});
