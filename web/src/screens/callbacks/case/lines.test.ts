import { expect, test } from "vitest";
import { contextOf, linesIn } from "./lines.ts";

test("pasted words become lines, a name before a colon says whose", () => {
  expect(linesIn("坐席：您好\n\n市民: 还行吧\n  就那样  ", "agent")).toEqual([
    { speaker: "agent", text: "您好" },
    { speaker: "citizen", text: "还行吧" },
    { speaker: "agent", text: "就那样" },
  ]);
  expect(linesIn("时间：昨天下午", "citizen")).toEqual([{ speaker: "citizen", text: "时间：昨天下午" }]);
  expect(linesIn("市民：\n", "agent")).toEqual([]);
});

test("what was said before names the speakers, and is cut at its beginning", () => {
  expect(contextOf(linesIn("我：问一下\n市民：嗯", "agent"))).toBe("坐席：问一下\n市民：嗯");
  const many = Array.from({ length: 40 }, (_, i) => ({ speaker: "agent" as const, text: String(i) }));
  expect(contextOf(many).split("\n")[0]).toBe("坐席：10");
});
