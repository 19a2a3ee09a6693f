import { describe, expect, test } from "vitest";
import { draftOf } from "../test-call.ts";

const matter = "市民：我要投诉，楼下理发店天天放喇叭，吵得人头疼。";
const ask = "坐席：请问您之前向物业或者社区反映过吗？";

describe("prior handling", () => {
  test("is told by the caller, with who and what they answered", () => {
    const { priorHandling } = draftOf(matter, ask, "市民：跟社区说过两回，社区说管不了，让找城管。").elements;
    expect(priorHandling?.value).toContain("社区说管不了");
    expect(priorHandling?.evidence).toEqual([2]);
  });

  test.each(["没有。", "没有，头一回打这个电话。", "没呢，先给你们打的。", "没找过。"])(
    "%s is an answer: nothing was done before",
    (no) => {
      expect(draftOf(matter, ask, `市民：${no}`).elements.priorHandling?.value).toBe("此前没有反映过");
    },
  );

  test("the answer about the telephone number is none", () => {
    const draft = draftOf(
      matter,
      "坐席：请问您的联系电话是来电的这个号码吗？",
      "市民：不是，这是我闺女的，你记我的，幺三六幺二三四五六七八。",
    );
    expect(draft.elements.priorHandling).toMatchObject({ value: null, status: "未询问" });
    expect(draft.missing).toContain("priorHandling");
  });

  test("the answer to what is complained of is none", () => {
    const draft = draftOf("坐席：请问您要举报什么事情？", "市民：有户人家在楼道里堆满了纸箱子和旧家具。");
    expect(draft.elements.priorHandling?.value ?? null).toBe(null);
  });

  test.each([
    ["市民：我举报楼顶违建，跟物业说过没人管。", "物业说过没人管"],
    ["市民：路灯还是不亮，上礼拜打过12345，没下文。", "打过12345"],
    ["市民：老板欠我工资，我已经申请劳动仲裁了，还没开庭。", "劳动仲裁"],
  ])("told unasked counts: %s", (line, words) => {
    const draft = draftOf(line);
    expect(draft.elements.priorHandling?.value).toContain(words);
    expect(draft.missing).not.toContain("priorHandling");
  });
});
