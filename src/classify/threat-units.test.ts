import { expect, test } from "vitest";
import { loadRules } from "../platform/rules/index.ts";
import { readTalk } from "./talk/talk.ts";
import { callOf } from "./test-call.ts";
import { unitsOf } from "./threat-units.ts";

const { listening } = loadRules("rules", "yunling");
const unitsIn = (told: string) =>
  readTalk(callOf([`市民：${told}`]), listening).citizen.flatMap((turn) => unitsOf(turn));

test("punctuated speech is cut at its marks, and each piece knows what stands before it", () => {
  const units = unitsIn("找过两回。他再不来，拖车拖走。");
  expect(units.map(({ text }) => text)).toEqual(["找过两回", "他再不来", "拖车拖走"]);
  expect(units.map((unit) => unit.break)).toEqual(["turn", "stop", "comma"]);
});

test("speech without marks is cut where somebody is named who acts, at a time, and behind a word of speaking", () => {
  const texts = unitsIn("他在群里说明天早上谁也别去我就坐在大门口").map(({ text }) => text);
  expect(texts).toEqual(["他在群里说", "明天早上", "谁也别去", "我就坐在大门口"]);
});

test("no character but marks is lost, and pieces do not overlap", () => {
  const told = "我跟你说我就把话撂这儿，再不给钱后天我们三十个人去坐着。";
  const units = unitsIn(told);
  expect(units.map(({ text }) => text).join("")).toBe(told.replaceAll(/[，。]/gu, ""));
  for (const [at, unit] of units.entries()) expect(unit.start).toBeGreaterThanOrEqual(units[at - 1]?.end ?? 0);
});
