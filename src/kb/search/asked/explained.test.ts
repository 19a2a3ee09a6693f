import { expect, test } from "vitest";
import { loadRules } from "../../../platform/rules/index.ts";
import { prepareDocument } from "../document.ts";
import { matterBook } from "../matters.ts";
import { emptyStatistics } from "../statistics.ts";
import { askedBook } from "./book.ts";
import { explainedBy } from "./explained.ts";
import { askedPieces, saidPieces } from "./pieces.ts";

const rules = loadRules("rules", "yunling");
const matters = matterBook(rules);
const heating = prepareDocument(
  {
    ...{
      articleId: "heat",
      version: 1,
      externalId: null,
      title: "供暖温度不达标怎么办",
      agency: null,
      bulletin: false,
    },
    ...{ region: null, validFrom: null, validUntil: null, passages: [] },
    body: "室内温度低于十八度的，可以申请测温，不达标的按日退还供暖费。",
  },
  emptyStatistics(),
  [],
  matters,
);
const asked = [{ articleId: "heat", pieces: askedPieces("屋里冰凉咋整", rules) }];
const book = askedBook(asked);
const explained = (question: string, without?: number) =>
  explainedBy(saidPieces(question, rules), heating, book, matters, without);

test("what stands in the article is explained, what it does not say is not", () => {
  const [inside, beside] = [explained("供暖温度不达标"), explained("供暖锅炉操作证年审")];
  expect(inside.explainedGrams).toBe(1);
  expect(inside.unexplainedGrams).toBe(0);
  expect(beside.explainedGrams).toBeLessThan(0.5);
  expect(beside.unexplainedGrams).toBeGreaterThan(inside.unexplainedGrams);
});

test("words that the article was confirmed for are explained though it does not hold them", () => {
  expect(explained("屋里冰凉").explainedGrams).toBe(1);
  expect(explained("屋里冰凉", 0).explainedGrams).toBeLessThan(0.5);
});

test("what is meant by the rules is explained where the article names it officially", () => {
  expect(explained("暖气不热").explainedMeant).toBeGreaterThan(explained("五星卡丢了").explainedMeant);
});
