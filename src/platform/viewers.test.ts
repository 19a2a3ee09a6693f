import { afterEach, expect, test, vi } from "vitest";
import { openViewers, type Viewer } from "./viewers.ts";

const one: Viewer = { userId: "1", name: "甲" };
const two: Viewer = { userId: "2", name: "乙" };

afterEach(() => {
  vi.useRealTimers();
});

test("a person with two windows is one viewer until both are closed, and each change is told once", () => {
  const told: string[][] = [];
  const viewers = openViewers((_, own) => told.push(own.map(({ name }) => name)));
  const [first, second] = [viewers.open("c", one), viewers.open("c", one)];
  const other = viewers.open("c", two);
  expect(viewers.on("c")).toEqual([one, two]);
  first();
  first();
  expect(viewers.on("c")).toEqual([one, two]);
  second();
  other();
  expect(viewers.on("c")).toEqual([]);
  expect(told).toEqual([["甲"], ["甲", "乙"], ["乙"], []]);
});

test("what another process told counts until it takes it back", () => {
  const viewers = openViewers(() => {});
  expect(viewers.hear("p", "c", [two])).toBe(true);
  expect(viewers.hear("p", "c", [two])).toBe(false);
  viewers.open("c", one);
  expect(viewers.on("c")).toEqual([one, two]);
  expect(viewers.hear("p", "c", [])).toBe(true);
  expect(viewers.on("c")).toEqual([one]);
});

test("a process that is silent for a minute is believed no more, one that repeats is", () => {
  vi.useFakeTimers();
  const here = openViewers(() => {});
  const repeating = openViewers((callId, own, isNews) => isNews || here.hear("alive", callId, own));
  here.hear("dead", "c", [one]);
  here.hear("alive", "c", [two]);
  repeating.open("c", two);
  vi.advanceTimersByTime(40_000);
  repeating.repeat();
  vi.advanceTimersByTime(30_000);
  expect(here.on("c")).toEqual([two]);
});
