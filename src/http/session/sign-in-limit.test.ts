import { expect, test } from "vitest";
import { signInLimit } from "./sign-in-limit.ts";

const start = Date.parse("2026-03-05T09:00:00+08:00");

function limitAt() {
  const clock = { ms: start };
  return { clock, limit: signInLimit(() => new Date(clock.ms)) };
}

test("the sixth attempt in a minute is refused, and the minute does not begin anew with each refusal", () => {
  const { clock, limit } = limitAt();
  for (let i = 0; i < 5; i++) limit.attempt("a");
  clock.ms += 59_999;
  expect(() => limit.attempt("a")).toThrowError(expect.objectContaining({ fault: "rate_limited" }));
  clock.ms += 1;
  expect(() => limit.attempt("a")).not.toThrow();
});

test("one key does not count for another, and a success forgets", () => {
  const { limit } = limitAt();
  for (let i = 0; i < 5; i++) limit.attempt("a");
  expect(() => limit.attempt("b")).not.toThrow();
  limit.passed("a");
  expect(() => limit.attempt("a")).not.toThrow();
});

test("endless names do not push out the one that is being tried", () => {
  const { limit } = limitAt();
  for (let i = 0; i < 5; i++) {
    limit.attempt("victim");
    for (let other = 0; other < 9_000; other++) limit.attempt(`${i}-${other}`);
  }
  expect(() => limit.attempt("victim")).toThrowError(expect.objectContaining({ fault: "rate_limited" }));
});
