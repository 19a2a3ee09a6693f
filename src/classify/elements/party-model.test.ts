import { describe, expect, test } from "vitest";
import { readShipped } from "../../platform/learn/index.ts";
import { taggedWords } from "../../platform/text/index.ts";
import { type PartyModel, readParties, readPartyModel } from "./party-model.ts";
import { hashBits } from "./party-signs.ts";

const model = readPartyModel(readShipped("party/weights.json"));

function bestOf(text: string, by: PartyModel = model): string {
  const [best] = readParties({ text, words: taggedWords(text) }, by).best;
  return best ? text.slice(best.start, best.end) : "";
}

describe("how a sentence names the party", () => {
  test.each([
    ["我要投诉一下那个顺心家政，定金交了人没来，电话也不接", "顺心家政"],
    ["俺在人民医院对面上班，我投诉的是好味来烧烤店油烟全冲俺窗户", "好味来烧烤店"],
    ["派出所让我找你们，说白了就是翠湖苑物业不管事，门禁坏了一个月", "翠湖苑物业"],
    ["叫红太阳幼儿园，太阳的太阳，就在菜市场后头", "红太阳幼儿园"],
  ])("%s", (text, party) => {
    expect(bestOf(text)).toBe(party);
  });

  test("a sentence that names none is told from one that does", () => {
    const odds = (text: string): number => readParties({ text, words: taggedWords(text) }, model).best[0]?.odds ?? -99;
    expect(odds("嗯对对，就这个事，麻烦您了")).toBeLessThan(odds("我举报鼎盛棋牌室，天天有人赌钱"));
  });

  test("odds are given for every stretch of 2 to 16 characters without a mark, and for no other", () => {
    const text = "举报棋牌室，赌钱";
    const { oddsOf } = readParties({ text, words: taggedWords(text) }, model);
    expect(oddsOf(2, 5)).toBeTypeOf("number");
    expect(oddsOf(2, 7)).toBeUndefined();
    expect(oddsOf(2, 3)).toBeUndefined();
    expect(oddsOf(0, 40)).toBeUndefined();
  });

  test("the likeliest come first, and all likelihood is at least that of the best", () => {
    const text = "我们小区的电梯坏了三天物业不来修";
    const { best, all } = readParties({ text, words: taggedWords(text) }, model);
    expect(best.map(({ odds }) => odds)).toEqual(best.map(({ odds }) => odds).toSorted((one, other) => other - one));
    expect(all).toBeGreaterThanOrEqual(best[0]?.odds ?? Number.POSITIVE_INFINITY);
  });

  test.each(["", "嗯"])("a sentence too short for a party has none: %j", (text) => {
    expect(readParties({ text, words: taggedWords(text) }, model).best).toEqual([]);
  });

  test("a damaged file is refused", () => {
    const file = { version: 1, trainedSentences: 1, none: 0, step: 1, weights: "AAAA" };
    expect(() => readPartyModel(file)).toThrow("3 weights");
    expect(() => readPartyModel({ ...file, weights: Buffer.alloc(1 << hashBits).toString("base64") })).not.toThrow();
    expect(() => readPartyModel({ ...file, step: 0 })).toThrow();
  });
});
