import { expect, test } from "vitest";
import { loadRules } from "../platform/rules/index.ts";
import { spanMax } from "./elements/threat.ts";
import { readTalk } from "./talk/talk.ts";
import { callOf, draftOf, greeting } from "./test-call.ts";
import type { ThreatReading } from "./threat-model.ts";
import { signedTurns } from "./threat-signs.ts";
import { threatsHeard } from "./threats-heard.ts";
import { urgencyOf } from "./urgency.ts";

const { listening, urgency } = loadRules("rules", "yunling");
const told = "明天我要带汽油去把物业办公室烧了，谁拦我就砍谁，我把话放这儿了。";
const reply = "坐席：您千万冷静，这是违法的，我马上上报。";

/** The quotes where the model surely hears units [first, last] of the threat, and nothing else. */
function quotesWith(first: number, last: number): string[] {
  const talk = readTalk(callOf([greeting, `市民：${told}`, reply]), listening);
  const turns = signedTurns(talk).map((signed) => {
    const scoreOf = (is: (at: number) => boolean): number[] => signed.units.map((_, at) => (is(at) ? 20 : -20));
    const scores = {
      inside: scoreOf((at) => at >= first && at <= last),
      begins: scoreOf((at) => at === first),
      goesOn: scoreOf((at) => at > first && at <= last),
      ends: [...signed.units, null].map((_, at) => (at === last + 1 ? 20 : -20)),
    };
    return { signed, scores, likelihood: 1 };
  });
  const reading: ThreatReading = { turns, likelihood: 1, chance: 1 };
  const heard = urgencyOf(urgency, talk, null, talk.call.startedAt);
  return threatsHeard(talk, heard, () => reading).map(({ turn, start, end }) => turn.text.slice(start, end));
}

test("of two cuts of one threat each is quoted once: the rules' where both mean the same words, else the model's", () => {
  const ruled = quotesWith(0, 1);
  expect(ruled.filter((quote) => quote.includes("烧了"))).toHaveLength(1);
  const other = quotesWith(1, 2);
  expect(other.filter((quote) => quote.includes("砍谁"))).toHaveLength(1);
});

test("no quote is longer than the longest, and it ends where a piece of the turn does", () => {
  const pieces = Array.from({ length: 12 }, (_, at) => `我就把他家第${at + 1}扇玻璃砸得稀巴烂`);
  const { threatQuotes } = draftOf(greeting, `市民：再不退钱，${pieces.join("，")}。`, reply);
  expect(threatQuotes.length).toBeGreaterThan(0);
  for (const quote of threatQuotes) {
    expect(quote.length).toBeLessThanOrEqual(spanMax);
    expect(quote).toMatch(/[钱烂]$/u);
  }
});

test("a complaint of 20,000 characters is no threat, and does not hold a busy machine up for ten seconds", () => {
  const long = "物业收费不公示，电梯老坏，楼道灯不亮，垃圾没人清，我打了多少回电话也没人来。".repeat(500);
  const lines = [greeting, `市民：${long}`, reply];
  const startMs = performance.now();
  const { urgentClass } = draftOf(...lines);
  expect(performance.now() - startMs).toBeLessThan(10_000);
  expect(urgentClass).toBeNull();
}, 30_000);

test.each(["好的，给您登记了，您还有别的要反映吗", "嗯", "您的房子是哪一年买的"])(
  "who says that he does not want to live is heard though the agent passes over it: %s",
  (answer) => {
    const { urgent, urgentClass, threatQuotes } = draftOf(greeting, "市民：我不想活了。", `坐席：${answer}。`);
    expect([urgent, urgentClass, threatQuotes]).toEqual(["紧急", "不稳定因素", ["我不想活了"]]);
  },
);
