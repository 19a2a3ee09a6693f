import { expect, test } from "vitest";
import { dropWords, keepWords, keptWords } from "./kept-words.ts";

const shelfOf = (held = new Map<string, string>()) => ({
  getItem: (name: string) => held.get(name) ?? null,
  setItem: (name: string, value: string) => void held.set(name, value),
  removeItem: (name: string) => void held.delete(name),
});

test("typed words come back after the page was closed, each under its own name, until they are dropped", () => {
  const shelf = shelfOf();
  keepWords(shelf, "u1.a1", { base: 3, atMs: 5, value: { body: "第一条" } });
  keepWords(shelf, "u1.a2", { base: 1, atMs: 6, value: { body: "别的" } });
  expect(keptWords(shelf, "u1.a1")).toEqual({ base: 3, atMs: 5, value: { body: "第一条" } });
  dropWords(shelf, "u1.a1");
  expect(keptWords(shelf, "u1.a1")).toBeNull();
  expect(keptWords(shelf, "u1.a2")).not.toBeNull();
});

test("what is damaged, and a browser that refuses, do no harm", () => {
  expect(keptWords(shelfOf(new Map([["tingsu.typed.x", "{half"]])), "x")).toBeNull();
  expect(keptWords(shelfOf(new Map([["tingsu.typed.x", '"other"']])), "x")).toBeNull();
  const refuses = () => {
    throw new Error("full");
  };
  const shelf = { getItem: refuses, setItem: refuses, removeItem: refuses };
  expect(keptWords(shelf, "x")).toBeNull();
  expect(keepWords(shelf, "x", { base: 1, atMs: 1, value: "" })).toBe(false);
  expect(() => dropWords(shelf, "x")).not.toThrow();
});
