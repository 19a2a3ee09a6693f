import { expect, test } from "vitest";
import type { ArticleHead } from "../../types-articles.ts";
import { stateLine } from "./words.ts";

const head = (of: Partial<ArticleHead>) => of as ArticleHead;

test("an article under change says both what readers see and how far the change is", () => {
  expect(stateLine(head({ state: "draft", publishAt: null, publishedVersion: 2 }))).toBe("第 2 版在用，修改稿起草中");
  expect(stateLine(head({ state: "checking", publishAt: null, publishedVersion: null }))).toBe("待审核");
  expect(stateLine(head({ state: "published", publishAt: null, publishedVersion: 3 }))).toBe("已发布，第 3 版");
  expect(stateLine(head({ state: "retired", publishAt: null, publishedVersion: 3 }))).toBe("已下架");
});

test("an approved text that waits for its hour says so", () => {
  const publishAt = "2026-03-06T10:00:00+08:00";
  expect(stateLine(head({ state: "approved", publishAt, publishedVersion: null }))).toBe("已定时发布");
});
