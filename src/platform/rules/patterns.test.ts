import { describe, expect, test } from "vitest";
import { leastCpuMs } from "../../../tests/support/cpu-ms.ts";
import { loadRules } from "./index.ts";
import { everyMatch } from "./match.ts";

const rules = loadRules("rules", "yunling");

/** Every pattern of a part of the rules with the path that leads to it. */
function patternsOf(value: unknown, path: string): [string, string][] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const isPatterns = /[pP]atterns$/u.test(key) && Array.isArray(inner);
    return isPatterns
      ? inner.map((pattern) => [`${path}.${key}`, String(pattern)])
      : patternsOf(inner, `${path}.${key}`);
  });
}

const parts = {
  kinds: rules.kinds,
  listening: rules.listening,
  recording: rules.recording,
  scope: rules.scope,
  urgency: rules.urgency,
};
const patterns = patternsOf(parts, "rules");

/** Counts without an upper end, as they stand outside sets of characters; what stands behind a backslash is none. */
const endlessIn = (pattern: string): RegExpMatchArray | null =>
  pattern
    .replaceAll(/\\./gu, "x")
    .replaceAll(/\[[^\]]*\]/gu, "x")
    .match(/[*+]|\{\d+,\}/u);
/** Is it looked for at the start of a text alone, an endless dot costs no more than one walk. */
const isWalkedOnce = (pattern: string): boolean =>
  pattern.startsWith("^(?!.*") && !endlessIn(pattern.replaceAll(".*", ""));

describe("matching", () => {
  test("a match inside a notPattern does not count, one beside it does", () => {
    const matchers = { cues: ["着火"], notPatterns: ["容易着火"] };
    expect(everyMatch(matchers, "容易着火，昨天真着火了").map((match) => match.index)).toEqual([8]);
  });

  test("many matches and many exceptions take linear time", () => {
    const text = "马路路".repeat(20_000);
    expect(leastCpuMs(5, () => everyMatch({ cues: ["路"], notPatterns: ["马路"] }, text))).toBeLessThan(200);
  });

  test("no pattern of the rules is slow on 50,000 equal characters", () => {
    expect(patterns.length).toBeGreaterThan(300);
    const slow = patterns.filter(([, pattern]) =>
      ["我", "一"].some((char) => {
        const text = char.repeat(50_000);
        return leastCpuMs(5, () => everyMatch({ patterns: [pattern] }, text)) > 50;
      }),
    );
    expect(slow).toEqual([]);
  }, 60_000);

  test("no pattern counts without end: a word said over and over would be taken in more ways than there is time for", () => {
    const all = patternsOf(rules, "rules");
    expect(all.length).toBeGreaterThan(2_000);
    expect(all.filter(([, pattern]) => endlessIn(pattern) && !isWalkedOnce(pattern))).toEqual([]);
  });
});
