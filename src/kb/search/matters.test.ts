import { expect, test } from "vitest";
import { matterBook, matterRarities } from "./matters.ts";
import { countArticle, emptyStatistics } from "./statistics.ts";

const groups = [
  { name: "户籍", light: false, matters: ["户口迁移 迁户口 户口~迁 ~挪过来", "居民身份证 身份证"] },
  { name: "办事", light: true, matters: ["补办 补领"] },
  { name: "公园和教育", light: false, matters: ["公园 广场", "幼儿园 ~园"] },
];
const synonyms = { note: "", clause: "", rule: "R-K2", words: [{ said: ["甲"], official: ["乙"] }], groups };
const book = matterBook({ synonyms });

test("a matter is found by any of its names", () => {
  expect([...book.writtenIn("居民身份证补领")]).toEqual([1, 2]);
  expect([...book.saidIn("我想迁户口")]).toEqual([0]);
});

test("a turn of speech is found across what stands between, in one clause and in its order only", () => {
  expect([...book.saidIn("户口怎么往这边迁")]).toEqual([0]);
  expect([...book.saidIn("户口本丢了，房子拆迁")]).toEqual([]);
  expect([...book.saidIn("迁到哪里户口")]).toEqual([]);
});

test("what only callers say is not looked for in articles", () => {
  expect([...book.saidIn("想挪过来")]).toEqual([0]);
  expect([...book.writtenIn("想挪过来")]).toEqual([]);
});

test("a word that only callers say is not heard in another name", () => {
  expect([...book.saidIn("孩子上园")]).toEqual([4]);
  expect([...book.saidIn("公园门口")]).toEqual([3]);
});

test("a matter that many articles name is less rare than one that none names", () => {
  const statistics = emptyStatistics();
  for (let at = 0; at < 9; at += 1) countArticle(statistics, { plain: "居民身份证换领", words: [] });
  const [unnamed = 0, common = 0] = matterRarities(book, statistics);
  expect(unnamed).toBeGreaterThan(common);
});
