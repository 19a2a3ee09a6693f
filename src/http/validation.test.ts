import { expect, test } from "vitest";
import { z } from "zod";
import { refuseInvalid } from "./validation.ts";

const Shape = z.strictObject({
  title: z.string().min(1, "标题不能为空"),
  size: z.int(),
  kind: z.enum(["甲", "乙"]).optional(),
});

function messageFor(input: unknown): string {
  try {
    refuseInvalid(Shape.safeParse(input));
  } catch (error) {
    expect(error).toMatchObject({ fault: "invalid" });
    return error instanceof Error ? error.message : "";
  }
  return "";
}

test.each([
  [{ title: "", size: 1 }, /^提交的内容有误：title：标题不能为空$/],
  [{ title: "a", size: "1" }, /size：.*\p{Script=Han}/u],
  [{ title: "a", size: 1, role: "admin" }, /\p{Script=Han}.*role/u],
  [{ title: "a", size: 1, kind: "丙" }, /kind：.*甲/],
])("%o is refused in Chinese words that name the place", (input, words) => {
  expect(messageFor(input)).toMatch(words);
});

test("no more than five places are named, and no value is repeated", () => {
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`field${i}`, "13800000000"]));
  expect(messageFor({ title: 13800000000, ...many })).not.toContain("13800000000");
  const issues = z.array(z.int()).safeParse(Array.from({ length: 50 }, () => "x"));
  expect(() => refuseInvalid(issues)).toThrow(/^(?:[^；]*；){4}[^；]*$/);
});

test.each(["\0", "a\ud800", "\udc00b"])(
  "text that no column keeps as it is (%j) is refused wherever it stands",
  (text) => {
    for (const data of [text, { a: [{ b: text }] }, [text]])
      expect(() => refuseInvalid({ success: true, data })).toThrow(/字符/);
  },
);

test("emoji and rare characters pass", () => {
  expect(() => refuseInvalid({ success: true, data: { a: "𠮷🙂工单", b: null, c: 1 } })).not.toThrow();
});
