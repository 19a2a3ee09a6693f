import { describe, expect, test } from "vitest";
import type { SearchHit, SearchResult } from "../../schema.ts";
import { diffRuns, scoreHits, totalsOf } from "./score-hits.ts";
import { whyHit } from "./why-hit.ts";

const found = (...ids: string[]): SearchResult => ({
  abstained: ids.length === 0,
  results: ids.map((articleId) => ({ articleId, version: 1, title: articleId, score: 0.7, quote: "" }) as SearchHit),
});

describe("what a question of a hit test got", () => {
  test.each([
    ["the first", ["a"], found("a", "b"), { rank: 1, ok: true }],
    ["any of those expected", ["x", "b"], found("a", "b"), { rank: 2, ok: true }],
    ["too far down", ["d"], found("a", "b", "c", "d"), { rank: 4, ok: false }],
    ["nothing of it", ["z"], found("a"), { rank: null, ok: false, abstained: false }],
    ["an abstention where there is an answer", ["z"], found(), { rank: null, ok: false, abstained: true }],
    ["only what came nearest", ["a"], { ...found("a"), abstained: true }, { rank: null, ok: false, abstained: true }],
    ["an abstention where there is none", [], found(), { rank: null, ok: true }],
    ["an answer where there is none", [], found("a"), { rank: null, ok: false }],
  ])("%s", (_, expected, result, wanted) => {
    expect(scoreHits(expected, result)).toMatchObject(wanted);
  });

  test("the sums tell wrong answers from abstentions", () => {
    const scored = (expected: string[], result: SearchResult) => ({ expected, ...scoreHits(expected, result) });
    expect(
      totalsOf([
        scored(["a"], found("a")),
        scored(["c"], found("a", "b", "c")),
        scored(["z"], found("a")),
        scored(["z"], found()),
        scored([], found()),
        scored([], found("a")),
      ]),
    ).toEqual({ questions: 6, answerable: 4, hitAt1: 1, hitAt3: 2, abstainedRight: 1, abstainedWrong: 1, wrong: 1 });
  });

  test("a diff names who gained and who lost, and no new question", () => {
    const judged = (...ok: [string, boolean][]) => ok.map(([questionId, isOk]) => ({ questionId, ok: isOk }));
    const before = judged(["1", true], ["2", false], ["3", true]);
    const after = judged(["1", false], ["2", true], ["3", true], ["4", true]);
    expect(diffRuns(before, after)).toEqual({ gained: ["2"], lost: ["1"] });
  });
});

test("why an article was found: the words it shares with the question, or likeness alone", () => {
  const hit = { title: "社保卡补办", quote: "到网点办理挂失。", score: 0.712 } as SearchHit;
  expect(whyHit(["社保卡", "挂失", "多少钱"], hit)).toBe("共同的词：社保卡、挂失；相关度 0.71");
  expect(whyHit(["多少钱"], hit)).toMatch(/没有相同的词/);
});
