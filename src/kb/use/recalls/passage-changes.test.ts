import { describe, expect, test } from "vitest";
import { passageChanges, whyOf } from "./passage-changes.ts";

const whats = (told: string, now: string | null) => passageChanges(told, now).changes.map(({ what }) => what);

describe("what became of a passage that was told", () => {
  test("a figure that is another one matters, and both are shown", () => {
    const told = "居民供暖按建筑面积每平方米二十二元收取。";
    const now = "# 收费\n居民供暖按建筑面积每平方米二十三元收取。\n低保家庭减半。";
    const compared = passageChanges(told, now);
    expect(compared).toEqual({
      changes: [{ what: "数字", before: told, after: "居民供暖按建筑面积每平方米二十三元收取。" }],
      present: "居民供暖按建筑面积每平方米二十三元收取。",
      matters: true,
    });
    expect(whyOf(compared)).toBe("数字有变化");
  });

  test("the same figure written otherwise is only other wording", () => {
    const compared = passageChanges("应当在三十日内办结。", "应当在30日内办结完毕。");
    expect(compared).toMatchObject({ changes: [{ what: "表述" }], matters: false });
    expect(whyOf(compared)).toBe("只有表述变化");
  });

  test("a term, a condition and a sentence that is gone matter too", () => {
    expect(whats("受理后5个工作日内发证。", "受理后3个工作日内发证。")).toEqual(["期限"]);
    expect(whats("老年证可以由子女代办。", "老年证必须由本人办理，不能由子女代办。")).toEqual(["条件"]);
    expect(whats("请带身份证。地铁票价两元起步。", "请带身份证。")).toEqual(["删除"]);
  });

  test("words that still stand are no change, whatever stands around them or between", () => {
    const compared = passageChanges("请带身份证。", "新增：请带 身份证。另需照片两张。");
    expect(compared).toEqual({ changes: [], present: "请带身份证。", matters: false });
    expect(whyOf(compared)).toMatch(/没有变/);
  });

  test("an article that is retired leaves nothing to say", () => {
    const compared = passageChanges("请带身份证。", null);
    expect(compared).toMatchObject({ present: null, matters: true });
    expect(whyOf(compared)).toMatch(/停用/);
  });
});
