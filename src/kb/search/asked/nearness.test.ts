import { expect, test } from "vitest";
import { loadRules } from "../../../platform/rules/index.ts";
import { type AskedQuestion, askedBook } from "./book.ts";
import { keptOf, learnAsked } from "./learn-asked.ts";
import { nearnessOf } from "./nearness.ts";
import { packAsked, unpackAsked } from "./packed.ts";
import { askedPieces, saidPieces } from "./pieces.ts";

const rules = loadRules("rules", "yunling");
const asked = (articleId: string | null, question: string): AskedQuestion => ({
  articleId,
  pieces: askedPieces(question, rules),
});
const known = [
  asked("heat", "家里暖气不热，测温找谁"),
  asked("heat", "屋里才十五度，暖气费能退吗"),
  asked("card", "社保卡丢了怎么补"),
  asked(null, "帮我算个命"),
];
const near = (question: string) => nearnessOf(saidPieces(question, rules), askedBook(known));

test("a question is nearest to the article that was confirmed for its like", () => {
  expect(near("您好，我家暖气不热找谁测温").nearest[0]).toBe("heat");
  expect(near("社保卡丢了怎么补").to("card")).toMatchObject({ two: expect.closeTo(0.5, 3), count: 1 });
  expect(near("社保卡丢了怎么补").to("other").two).toBe(0);
});

test("words that a recogniser wrote with other characters of the same sound are near", () => {
  const heard = near("舍保咔丢了怎么补").to("card").two;
  expect(heard).toBeGreaterThan(near("身份证没了怎么补").to("card").two);
});

test("a question that the office wants no article for is told apart from confirmed ones", () => {
  const { gap } = near("请帮我算个命吧");
  expect(gap).toBeGreaterThan(0.5);
  expect(near("暖气不热").gap).toBeLessThan(0.1);
});

test("how many confirmed questions an article has tells how much the office has taught", () => {
  expect(near("机场几点关门").known).toBeCloseTo(Math.log(1 + 3 / 2), 5);
  const many = askedBook(Array.from({ length: 40 }, () => known[0] ?? asked("heat", "暖气不热")));
  expect(nearnessOf(saidPieces("暖气不热", rules), many).known).toBeCloseTo(Math.log(1 + 16), 5);
});

test("one that is left out is not compared with itself", () => {
  const left = nearnessOf(saidPieces("社保卡丢了怎么补", rules), askedBook(known), 2);
  expect(left.to("card")).toMatchObject({ two: 0, together: 0 });
});

test("what is kept between learning and search is what was learned", () => {
  const sorted = known.map(({ articleId, pieces }) => ({ articleId, pieces: pieces.toSorted() }));
  expect(unpackAsked(packAsked(known))).toEqual(sorted);
});

test("what only confirmed questions say never tells of one without an article, however few of those there are", () => {
  const questions = (count: number, articleId: string | null, piece: number): AskedQuestion[] =>
    Array.from({ length: count }, () => ({ articleId, pieces: Int32Array.of(piece) }));
  const book = askedBook([...questions(30, null, 1), ...questions(3_000, "card", 2), ...questions(1, "heat", 3)]);
  expect(nearnessOf(new Map([[1, "甲"]]), book).outside).toBeGreaterThan(0);
  expect(nearnessOf(new Map([[3, "丙"]]), book).outside).toBeLessThanOrEqual(0);
});

test("however many questions were confirmed, those without an article are learned too", () => {
  const confirmed = Array.from({ length: 20_400 }, (_, n) => ({ question: `第${n}件事`, articleId: `a${n % 510}` }));
  const kept = keptOf([...confirmed, { question: "帮我算个命", articleId: null }]);
  expect(kept).toHaveLength(20_001);
  expect(kept.at(-1)?.articleId).toBeNull();
});

test("of an article forty questions are learned, the same words once", async () => {
  const many = Array.from({ length: 60 }, (_, n) => ({ question: `第${n}号楼暖气不热`, articleId: "heat" }));
  const twice = [
    { question: "社保卡丢了。", articleId: "card" },
    { question: "社保卡丢了", articleId: "card" },
  ];
  const learned = await learnAsked([...many, ...twice], rules);
  expect(learned.filter(({ articleId }) => articleId === "heat")).toHaveLength(40);
  expect(learned.filter(({ articleId }) => articleId === "card")).toHaveLength(1);
});
