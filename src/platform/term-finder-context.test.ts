import { expect, test } from "vitest";
import { contextShare } from "./term-finder-context.ts";

function shareOf(term: string, text: string): number {
  const start = text.indexOf(term);
  return contextShare(text, { term, start, end: start + term.length });
}

test.each([
  ["医院", "医院东边那个公用厕所漫出来了"],
  ["幼儿园", "幼儿园到菜站段路面挖开了"],
  ["电线杆", "电线杆上全贴着小纸片"],
  ["药店", "我在药店上班，头班车老不准点"],
  ["物业", "找过物业，物业说不归他们"],
])("a landmark, a workplace or a body asked before counts less: %s in %s", (term, text) => {
  expect(shareOf(term, text)).toBeLessThan(0.5);
});

test("a figure of speech does not count", () => {
  expect(shareOf("地震", "一下一下跟地震似的")).toBe(0);
});

test.each([
  ["医院", "医院挂号排不上队"],
  ["物业", "物业费年年涨"],
  ["地震", "刚才是不是地震了"],
])("what the matter is about counts whole: %s in %s", (term, text) => {
  expect(shareOf(term, text)).toBe(1);
});
