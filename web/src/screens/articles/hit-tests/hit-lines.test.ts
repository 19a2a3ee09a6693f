import { expect, test } from "vitest";
import { linesOf, questionsOf } from "./hit-lines.ts";

const asked = [
  { id: "q1", text: "五星卡丢了咋办", expected: ["YL-RS-002", "YL-RS-009"], at: null },
  { id: "q2", text: "哪天发射火箭", expected: [], at: "2026-03-05T09:00:00+08:00" },
];

test("questions go into lines and come back with their names, articles and moments", () => {
  expect(questionsOf(linesOf(asked), asked)).toEqual([
    { id: "q1", text: "五星卡丢了咋办", expected: ["YL-RS-002", "YL-RS-009"] },
    { id: "q2", text: "哪天发射火箭", expected: [], at: "2026-03-05T09:00:00+08:00" },
  ]);
});

test("a pasted table is read: empty lines are no questions, articles may stand behind commas, new ones have no name", () => {
  expect(questionsOf("  新问题 \tA1，A2\r\n\n问二\n", asked)).toEqual([
    { text: "新问题", expected: ["A1", "A2"] },
    { text: "问二", expected: [] },
  ]);
});
