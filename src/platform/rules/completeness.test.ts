import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readRuleFiles } from "./index.ts";

const numbered = (prefix: string, last: number): string[] =>
  Array.from({ length: last }, (_, at) => `${prefix}${at + 1}`);

/** Every requirement id of sections 1-12 and 15 of the requirements. */
const required = [
  ...numbered("R-C", 13),
  "R-C3a",
  "R-C4a",
  ...numbered("R-D", 24),
  ...numbered("R-S", 11),
  ...numbered("R-N", 6),
  ...numbered("R-T", 8),
  ...numbered("R-R", 20),
  ...numbered("R-V", 17),
  ...numbered("R-K", 10),
  ...numbered("X", 35),
];

/** Section 13 (reports) is not part of today's rules, but entries may cite it. */
const known = new Set([...required, ...numbered("R-A", 11)]);

const citingKeys = new Set(["rule", "rules", "setting", "id"]);
const shape = /^(R-[A-Z]+\d+[a-z]?|X\d+)$/;

/** Ids that an entry cites: the values of `rule`, `rules` and `setting`, and an entry's own id. */
function cited(value: unknown, key = ""): string[] {
  if (typeof value === "string") return citingKeys.has(key) && shape.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => cited(each, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => cited(child, name));
}

describe("the rules", () => {
  const files = readRuleFiles("rules");
  const found = new Set(files.flatMap((file) => cited(parse(file.text))));

  it("cite every requirement and every contradiction of the sources", () => {
    expect(required.filter((id) => !found.has(id))).toEqual([]);
  });

  it("cite nothing that the requirements do not have", () => {
    expect([...found].filter((id) => !known.has(id))).toEqual([]);
  });
});
