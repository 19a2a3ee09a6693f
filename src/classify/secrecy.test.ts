import { describe, expect, test } from "vitest";
import { draftOf } from "./test-call.ts";

const wished: string[][] = [
  ["市民：打这个吧，别说是谁打的就行。"],
  ["市民：我的名字跟电话不能给对方知道。"],
  ["市民：千万别叫学校知道是谁说的。"],
  ["市民：我就住他楼上，你懂的。", "坐席：好的女士，您的信息我们会严格保密。"],
  ["市民：请给我保密啊。", "坐席：您是实名还是匿名反映？", "市民：实名，我叫王建国。"],
  ["市民：孩子还在他们班。", "坐席：您要求退费，并且对您的信息保密，对吗？"],
];

const notWished: string[][] = [
  ["市民：不用保密，我实名举报，我不怕他。"],
  ["市民：我不要保密。"],
  ["市民：那就转法院吧。", "坐席：我们不能把您的诉求转给法院。"],
  ["市民：实名好还是匿名好？", "坐席：实名、匿名都可以。"],
  ["市民：我不想让大的知道。", "坐席：必须由您本人到公证处办理，公证处会保密。"],
  ["市民：银行说不能让别人代办，要我的身份证。"],
  ["市民：他在楼下放炮。", "坐席：需要保密吗？", "市民：不需要。"],
  ["坐席：您的信息会为您保密。", "市民：不用保密，就说是我说的。"],
];

describe("the wish that nobody hears who called", () => {
  test.each(wished.map((lines) => [lines.join(" "), lines] as const))("is heard: %s", (_, lines) => {
    expect(draftOf(...lines).confidential).toBe(true);
  });
  test.each(notWished.map((lines) => [lines.join(" "), lines] as const))("is not there: %s", (_, lines) => {
    expect(draftOf(...lines).confidential).toBe(false);
  });
});
