import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "./errors.ts";
import { parseAnswer } from "./parse-answer.ts";

const Answer = z.strictObject({ code: z.enum(["01", "02"]), why: z.string().max(20) });
const good = '{"code":"01","why":"路灯"}';

test.each([
  ["bare", good],
  ["in a fence", `好的：\n\`\`\`json\n${good}\n\`\`\``],
  ["after thinking", `<think>{"code":"02"}</think>\n${good}`],
])("a right answer is read %s", (_, text) => {
  expect(parseAnswer(text, Answer)).toEqual({ code: "01", why: "路灯" });
});

test.each([
  ["empty", ""],
  ["prose", "我不能回答这个问题。"],
  ["cut short", good.slice(0, -5)],
  ["a code outside the list", '{"code":"99","why":""}'],
  ["a wrong type", '{"code":1,"why":""}'],
  ["an unknown key", '{"code":"01","why":"","agency":"市公安局"}'],
  ["a prototype", '{"code":"01","why":"","__proto__":{"x":1}}'],
  ["too long a value", `{"code":"01","why":"${"长".repeat(21)}"}`],
  ["a list", `[${good}]`],
  ["ten megabytes", `{"code":"01","why":"${"a".repeat(10_000_000)}"}`],
])("%s is a bad answer, never a value", (_, text) => {
  expect(() => parseAnswer(text, Answer)).toThrowError(expect.objectContaining({ fault: "bad_answer" }));
});

test("any words give a value of the schema or a bad answer", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        return Answer.safeParse(parseAnswer(text, Answer)).success;
      } catch (error) {
        return error instanceof AppError && error.fault === "bad_answer";
      }
    }),
  );
});
