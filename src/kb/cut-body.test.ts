import fc from "fast-check";
import { expect, test } from "vitest";
import { cutBody } from "./cut-body.ts";

test("every passage is an exact substring of the body, in order, and no longer than 300 characters", () => {
  const part = fc.constantFrom(
    "# 标题\n",
    "第一条 ",
    "申请材料：",
    "身份证。",
    "\n",
    "  ",
    "很长".repeat(90),
    "1. 到窗口办理；",
    "A b",
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), (parts) => {
      const body = parts.join("");
      let from = 0;
      for (const { text } of cutBody(body)) {
        const at = body.indexOf(text, from);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(text.length).toBeLessThanOrEqual(300);
        from = at;
      }
    }),
  );
});

test("no sentence is lost", () => {
  const body = "# 一级\n甲句。乙句！\n## 二级\n丙句\n第三条 丁句。\n\n戊句";
  const kept = cutBody(body)
    .map(({ text }) => text)
    .join("");
  for (const sentence of ["甲句。", "乙句！", "丙句", "第三条 丁句。", "戊句"]) expect(kept).toContain(sentence);
});

test("a passage knows the headings above it", () => {
  const body = "# 公积金\n## 提取\n需要身份证。\n## 贷款\n需要合同。\n# 其他\n无。";
  expect(cutBody(body)).toEqual([
    { path: "公积金 > 提取", text: "需要身份证。" },
    { path: "公积金 > 贷款", text: "需要合同。" },
    { path: "其他", text: "无。" },
  ]);
});

test("each article of a law of some length is a passage of its own", () => {
  const article = (number: string) => `第${number}条 ${"建设单位应当公告施工时间，".repeat(6)}违者处罚。`;
  const passages = cutBody([article("一"), article("二"), article("三")].join("\n"));
  expect(passages.map(({ text }) => text.slice(0, 3))).toEqual(["第一条", "第二条", "第三条"]);
});

test("a body of headings alone is still found", () => {
  expect(cutBody("# 只有标题")).toEqual([{ path: "", text: "# 只有标题" }]);
});

test("a character of two code units is not cut in half where a sentence has no end", () => {
  const passages = cutBody(`${"长".repeat(299)}𠮷${"文".repeat(20)}`);
  expect(passages.map(({ text }) => text).join("")).toContain("𠮷");
  expect(passages.every(({ text }) => !/\p{Surrogate}/u.test(text))).toBe(true);
});
