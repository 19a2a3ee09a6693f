import { describe, expect, test } from "vitest";
import { likeness, mostTypical, nearest, sameQuestion, shapeOf } from "./likeness.ts";

const alike = (a: string, b: string) => likeness(shapeOf(a), shapeOf(b));

describe("questions that ask the same", () => {
  test.each([
    ["我想问一下电动车上牌需要什么材料？", "电动车怎么上牌啊"],
    ["请问充电桩安装补贴怎么申请", "安装充电桩有没有补贴"],
    ["长途汽车站搬到哪里了", "请问一下，长途汽车站搬哪儿去了呀？"],
  ])("%s = %s", (a, b) => {
    expect(alike(a, b)).toBeGreaterThanOrEqual(sameQuestion);
  });

  test.each([
    ["我想问一下电动车上牌需要什么材料？", "我想问一下老年证办理需要什么材料？"],
    ["请问社保卡去哪里补办", "请问身份证去哪里补办"],
    ["供暖收费标准是多少", "停车收费标准是多少"],
  ])("%s is not %s, though they are asked in the same way", (a, b) => {
    expect(alike(a, b)).toBeLessThan(sameQuestion);
  });

  test("hidden names and numbers are no part of what is asked", () => {
    expect(alike("[姓名1]的电话[手机2]，公交卡余额怎么退", "公交卡余额怎么退")).toBeGreaterThan(0.6);
    expect(shapeOf("[手机1]")).toEqual(new Map());
  });

  test("the nearest is found, and none when nothing is near", () => {
    const known = [{ question: "充电桩安装补贴" }, { question: "电动车上牌" }];
    expect(nearest("电动车上牌照要啥手续", known)).toBe(known[1]);
    expect(nearest("世界杯什么时候开始", known)).toBeNull();
    expect(nearest("随便问问", [])).toBeNull();
  });

  test("the most typical wording is the one nearest to all", () => {
    expect(mostTypical(["退卡", "公交卡余额退回", "公交卡里的余额怎么退回来呀我都搬走了"])).toBe("公交卡余额退回");
    expect(mostTypical(["只有一个"])).toBe("只有一个");
  });
});
