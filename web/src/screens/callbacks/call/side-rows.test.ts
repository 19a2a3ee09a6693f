import { expect, test } from "vitest";
import type { CallbackReview, Utterance } from "../../../types.ts";
import type { Dialogue } from "../../../types-callbacks.ts";
import { sideRows } from "./side-rows.ts";

const utterances: Utterance[] = [
  { i: 0, speaker: "agent", startMs: 0, endMs: 900, text: "您满意还是基本满意？" },
  { i: 1, speaker: "citizen", startMs: 1_500, endMs: 2_000, text: "不满意。" },
];
const review = { contacted: "未答", resolved: "未答", satisfaction: "不满意", reason: null, opinions: [] };
const recorded: NonNullable<Dialogue["recorded"]> = {
  ...review,
  contacted: "未答",
  resolved: "未答",
  satisfaction: "满意",
  caseId: "o1",
  script: "s4",
  callId: "cb1",
  differences: [{ field: "satisfaction", recorded: "满意", heard: "不满意", utterances: [1], question: "" }],
  differenceReason: "口误",
  by: "赵敏",
  at: "2026-11-22T10:00:00+08:00",
};
const dialogue: Dialogue = {
  topics: [
    { topic: "contacted", asked: [], answered: [] },
    { topic: "satisfaction", asked: [0], answered: [1] },
  ],
  scales: [{ utterance: 0, levels: ["满意", "基本满意"] }],
  unread: ["不满意"],
  recorded,
};

test("what was asked, answered, heard and recorded stand in one row, and the difference is told", () => {
  const [contacted, satisfaction] = sideRows(dialogue, review as unknown as CallbackReview, utterances);
  expect(contacted).toMatchObject({ asked: [], recorded: "未答", isDifferent: false });
  expect(satisfaction).toMatchObject({
    asked: [{ i: 0, atMs: 0 }],
    answered: [{ text: "不满意。", atMs: 1_500 }],
    heard: "不满意",
    recorded: "满意",
    isDifferent: true,
  });
});

test("without a record nothing is recorded, and without a review nothing was heard", () => {
  const bare = { ...dialogue, recorded: null };
  expect(sideRows(bare, undefined, utterances)[1]).toMatchObject({ heard: "—", recorded: null, isDifferent: false });
});
