import { describe, expect, test } from "vitest";
import { isRight } from "./judge-answer.ts";
import { blank, makeQuizzes } from "./make-quizzes.ts";

const body = `# 高龄津贴
年满80周岁的本市户籍老年人，每月可以领取高龄津贴200元。
申请人应当持身份证原件到户籍所在地街道办理。
街道受理后，应当在5个工作日内完成初审，区民政局在10个工作日内完成审批。
依据《某市老年人优待办法》（〔2021〕12号）。
欢迎咨询。`;
const made = makeQuizzes("高龄津贴怎么领", body);

describe("quizzes made from an article", () => {
  test("each rests on a sentence of the article, and its answer put back gives that sentence", () => {
    expect(made.length).toBeGreaterThanOrEqual(4);
    for (const { question, answer, quote } of made) {
      expect(body).toContain(quote);
      expect(question.split(blank)).toHaveLength(2);
      expect(question.replace(blank, answer)).toBe(`【高龄津贴怎么领】${quote}`);
    }
  });

  test("a choice holds the right answer once, and only one", () => {
    for (const { kind, choices, answer } of made.filter(({ kind }) => kind === "单选")) {
      expect([kind, choices.filter((each) => each === answer).length]).toEqual(["单选", 1]);
      expect(new Set(choices).size).toBe(choices.length);
    }
  });

  test("asks for figures and for conditions", () => {
    expect(made.map(({ answer }) => answer)).toEqual(expect.arrayContaining(["80周岁", "5个工作日"]));
    expect(made.some(({ answer }) => ["应当", "原件", "可以"].includes(answer))).toBe(true);
  });

  test("does not ask for headings, numbers of documents or empty sentences", () => {
    for (const { quote } of made) expect(quote).not.toMatch(/^#|欢迎咨询/);
    expect(made.map(({ answer }) => answer)).not.toContain("12号");
  });

  test("the same article gives the same questions", () => {
    expect(makeQuizzes("高龄津贴怎么领", body)).toEqual(made);
    expect(makeQuizzes("空", "无。")).toEqual([]);
  });
});

describe("an answer", () => {
  test.each([
    ["填空", "30日", "三十日", true],
    ["填空", "30日", " 30 日。", true],
    ["填空", "30日", "20日", false],
    ["填空", "30日", "30", false],
    ["单选", "应当", "应当", true],
    ["单选", "30日", "三十日", false],
  ] as const)("%s: to %s is %s right? %s", (kind, right, given, ok) => {
    expect(isRight(kind, right, given)).toBe(ok);
  });
});
