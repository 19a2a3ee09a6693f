import { describe, expect, test } from "vitest";
import { draftOf } from "../test-call.ts";

const proposal = "市民：我提个建议，文化广场那块能不能装点健身器材？";

describe("reasons of proposals", () => {
  test.each([
    "您这样建议主要是什么考虑呢？",
    "您提这个建议还因为什么呢？",
    "您怎么会想到提这个建议？",
    "这样做有什么好处？",
  ])("asked in other words: %s", (asked) => {
    const { elements, missing } = draftOf(proposal, `坐席：${asked}`, "市民：镇上老年人早上起来溜达都在大马路边上。");
    expect(elements.reason?.quote).toContain("大马路边上");
    expect(missing).not.toContain("reason");
  });

  test.each(["因为老人和孩子没有锻炼的地方", "理由是镇上还没有活动场地", "主要是因为大家都去马路边锻炼"])(
    "read back and agreed to: %s",
    (reason) => {
      const { elements } = draftOf(
        proposal,
        `坐席：我跟您确认一下，您建议在文化广场装健身器材，${reason}，对吗？`,
        "市民：对。",
      );
      expect(elements.reason?.value).toContain(reason.replace(/^(?:因为|理由是|主要是因为)/u, ""));
    },
  );

  test("a reason nobody told is missing", () => {
    const { elements, missing } = draftOf(proposal, "坐席：您建议在文化广场装健身器材，对吗？", "市民：对。");
    expect(elements.reason).toMatchObject({ value: null, status: "未询问" });
    expect(missing).toContain("reason");
  });
});

describe("places in the caller's words", () => {
  test.each([
    ["市民：我提个建议，市体育馆的羽毛球馆能不能早点开门？", "羽毛球馆"],
    ["市民：我提个建议，你们那个白云山景区的接驳车加几班。", "白云山景区"],
    ["市民：我投诉市妇幼保健院，排了一上午没做上检查。", "妇幼保健院"],
    ["市民：我投诉加油站加错油，就在京岚高速白沙服务区。", "白沙服务区"],
  ])("%s", (line, holds) => {
    expect(draftOf(line).elements.place?.value).toContain(holds);
  });

  test("a piece of a telephone number is no house number", () => {
    const draft = draftOf("市民：我投诉宽带不给退。", "坐席：电话是这个吗？", "市民：不是，你记我新办的号，一八九。");
    expect(draft.elements.place?.value ?? null).toBe(null);
  });
});

describe("consultations", () => {
  test("what was tried before is kept when it was told", () => {
    const draft = draftOf("市民：我想咨询一下，打听个战友的住址，派出所我也去过了，民警说不能给。");
    expect(draft.kind).toBe("咨询");
    expect(draft.elements.priorHandling?.value).toContain("派出所");
  });

  test("a place that the agent reads back is kept", () => {
    const draft = draftOf(
      "市民：我想咨询一下，松峪镇上的户籍窗口周六办不办身份证？",
      "坐席：您是想咨询松峪镇上的户籍窗口周六是否办理身份证，对吗？",
      "市民：对。",
    );
    expect(draft.kind).toBe("咨询");
    expect(draft.missing).not.toContain("place");
  });
});
