import { describe, expect, test } from "vitest";
import { draftOf } from "../test-call.ts";

describe("what the caller wants", () => {
  test("a consultation wants the question read back and what the caller adds to it", () => {
    const { demand } = draftOf(
      "市民：你好，我想问一下居住证怎么办。",
      "坐席：您是想咨询居住证在哪里办理、需要什么材料，对吗？",
      "市民：对，还有就是多长时间能拿到。",
    ).elements;
    expect(demand?.value).toContain("需要什么材料");
    expect(demand?.value).toContain("多长时间能拿到");
    expect(demand?.evidence).toEqual([0, 1, 2]);
  });

  test.each([
    ["市民：楼下酒吧半夜还在唱，十二点以后不许唱了。", "不许唱"],
    ["市民：这家店卖过期牛奶，该罚罚，把钱退给我。", "该罚罚"],
    ["市民：我家水表坏了，先派个人来看看。", "派个人来看看"],
  ])("a wish in everyday words is heard: %s", (line, words) => {
    expect(draftOf(line).elements.demand?.value).toContain(words);
  });

  test("a suggestion without a word of wishing is what the agent read back", () => {
    const { demand } = draftOf(
      "市民：我提个建议，滨河公园东门那边晚上太黑了，没有路灯。",
      "坐席：跟您确认一下，您建议在滨河公园东门晚上太黑的地方安装路灯，对吗？",
      "市民：对。",
    ).elements;
    expect(demand?.value).toContain("安装路灯");
  });
});
