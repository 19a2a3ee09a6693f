import { expect, test } from "vitest";
import { type Fields, fieldsOf, heardOn, levelOn, missingIn, resultOf } from "./fields.ts";

const typed: Fields = {
  ...fieldsOf(null),
  contacted: "是",
  resolved: "未解决",
  satisfaction: "不满意",
  reason: " 办事效率 ",
  opinions: "清是清了\n\n 过三天又堆起来 ",
};

test("nothing is sent before each question has an answer, 未答 being one", () => {
  expect(missingIn(fieldsOf(null))).toEqual(["单位是否联系", "是否解决", "满意度"]);
  expect(resultOf({ ...typed, resolved: null }, "s4")).toBeNull();
  expect(missingIn({ ...typed, resolved: "未答" })).toEqual([]);
});

test("opinions go one a line in the citizen's words, a reason only with somebody unhappy", () => {
  expect(resultOf(typed, "s4")).toEqual({
    script: "s4",
    contacted: "是",
    resolved: "未解决",
    satisfaction: "不满意",
    reason: "办事效率",
    opinions: ["清是清了", "过三天又堆起来"],
  });
  expect(resultOf({ ...typed, satisfaction: "基本满意" }, "s4")?.reason).toBeNull();
});

test("a level that the other script does not have is chosen again", () => {
  const two = ["满意", "不满意"];
  expect([levelOn(two, "基本满意"), levelOn(two, "满意"), levelOn(two, "未答")]).toEqual([null, "满意", "未答"]);
});

test("a level that was heard is recorded on the script's scale by its side", () => {
  const two = ["满意", "不满意"];
  const levels = ["非常满意", "满意", "基本满意", "不满意", "非常不满意", "未答"] as const;
  expect(levels.map((heard) => heardOn(two, heard))).toEqual(["满意", "满意", "满意", "不满意", "不满意", "未答"]);
  expect(levels.map((heard) => heardOn(levels.slice(0, 5), heard))).toEqual(levels);
  expect(heardOn(["满意", "基本满意", "不满意"], "非常满意")).toBeNull();
});
