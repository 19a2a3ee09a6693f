import { expect, test } from "vitest";
import type { Element } from "../orders/index.ts";
import { questionOf } from "./question.ts";

const told = (value: string | null): Element => ({
  value,
  status: "已记录",
  quote: null,
  evidence: [],
  engine: "rules",
});

test("a consultation is looked up by its question, anything else by what happened and what is wanted", () => {
  const event = told("半夜施工");
  const demand = told("停止施工");
  expect(questionOf({ title: "咨询落户", elements: { content: told("新生儿怎么落户"), event, demand } })).toBe(
    "咨询落户。新生儿怎么落户",
  );
  expect(questionOf({ title: "投诉噪声", elements: { event, demand } })).toBe("投诉噪声。半夜施工。停止施工");
});

test("what was not told leaves no gap in the question", () => {
  expect(questionOf({ title: "投诉噪声", elements: { event: told(null), content: told(null) } })).toBe("投诉噪声");
});
