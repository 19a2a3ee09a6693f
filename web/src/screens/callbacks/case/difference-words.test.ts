import { expect, test } from "vitest";
import type { Utterance } from "../../../types.ts";
import type { Difference } from "../../../types-callbacks.ts";
import { sidesOf } from "./difference-words.ts";

const utterances: Utterance[] = [
  { i: 6, speaker: "agent", startMs: 9_000, endMs: 11_000, text: "您满意吗？" },
  { i: 7, speaker: "citizen", startMs: 12_400, endMs: 13_000, text: "还行吧。" },
];
const difference = (change: Partial<Difference>): Difference => ({
  field: "satisfaction",
  recorded: "满意",
  heard: "未答",
  utterances: [7],
  question: "",
  ...change,
});

test("an unclear answer is shown in the citizen's words, with the second", () => {
  expect(sidesOf(difference({}), utterances)).toEqual({ recorded: "满意", heard: "“还行吧。”", atSec: 12 });
});

test("the reading is told where the words are others", () => {
  expect(sidesOf(difference({ heard: "不满意" }), utterances).heard).toBe("“还行吧。”，即不满意");
  expect(sidesOf(difference({ heard: "还行" }), utterances).heard).toBe("“还行吧。”");
});

test("what nobody said, and what nobody recorded, is told as such", () => {
  const invented = difference({ field: "opinions", recorded: "表示理解", heard: "", utterances: [] });
  expect(sidesOf(invented, utterances)).toEqual({ recorded: "表示理解", heard: "没有这样说", atSec: null });
  const lost = difference({ field: "reason", recorded: "", heard: "办事效率", utterances: [] });
  expect(sidesOf(lost, utterances)).toMatchObject({ recorded: "没有记", heard: "“办事效率”" });
});
