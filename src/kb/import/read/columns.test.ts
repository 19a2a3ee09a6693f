import { expect, test } from "vitest";
import { fieldValue, mapColumns } from "./columns.ts";

const rows = (...all: Record<string, unknown>[]) => all.map((row) => new Map(Object.entries(row)));
const long = "这里是足够长的正文，说明这件事情应当怎样办理，需要带哪些材料。";

test("our own names, English and Chinese, need no guess", () => {
  expect(mapColumns(["id", "title", "正文", "失效时间"], [], {}, false)).toEqual({
    externalId: "id",
    title: "title",
    body: "正文",
    validUntil: "失效时间",
  });
});

test("what offices call their columns is guessed, a running number is no id", () => {
  const columns = ["序号", "知识标题", "答复口径", "责任单位"];
  expect(mapColumns(columns, [], {}, true)).toEqual({ title: "知识标题", body: "答复口径", agency: "责任单位" });
  expect(mapColumns(columns, [], {}, false)).toEqual({});
});

test("a name that fits is not enough when what stands under it does not", () => {
  const sample = rows({ 标题: "甲", 正文: long, 知识类型: "内部三级分类" });
  expect(mapColumns(["标题", "正文", "知识类型"], sample, {}, true)).toEqual({ title: "标题", body: "正文" });
});

test("title and body are found by their length at last", () => {
  const sample = rows({ A: "停水怎么报修", B: long, C: "1" }, { A: "社保卡补办", B: long, C: "2" });
  expect(mapColumns(["A", "B", "C"], sample, {}, true)).toEqual({ title: "A", body: "B" });
});

test("what a person says stands above all, also that a field has no column", () => {
  const mapped = mapColumns(["标题", "问题", "正文", "单位"], [], { title: "问题", agency: null }, true);
  expect(mapped).toEqual({ title: "问题", body: "正文" });
});

test.each([
  ["validFrom", "2026年3月5日", "2026-03-05T00:00:00+08:00"],
  ["validFrom", "2026/3/5 9:30", "2026-03-05T09:30:00+08:00"],
  ["validFrom", "2026-02-31", "2026-02-31"],
  ["validUntil", "长期有效", null],
  ["bulletin", "是", true],
  ["bulletin", 0, false],
  ["externalId", 17, "17"],
] as const)("%s %j is %j", (field, value, expected) => {
  expect(fieldValue(field, value)).toEqual(expected);
});
