import { describe, expect, test } from "vitest";
import { draftOf } from "../test-call.ts";

const ask = "坐席：请问具体在什么位置？";
type Expected = { district: string | null; street: string | null; holds: string };
const cases: [string, string[], Expected][] = [
  [
    "street and estate",
    [ask, "市民：望湖街道湖光小区三号楼门口。"],
    { district: "东湖区", street: "望湖街道", holds: "湖光小区三号楼" },
  ],
  [
    "a garbled street name",
    [ask, "市民：翠平街到，向阳路十八号。"],
    { district: "西山区", street: "翠屏街道", holds: "向阳路十八号" },
  ],
  [
    "a town and its village",
    [ask, "市民：河口镇下湾村村西头。"],
    { district: "南溪县", street: "河口镇", holds: "下湾村" },
  ],
  [
    "landmark, direction and distance",
    [ask, "市民：南溪县城关镇粮站往东两百米那个桥头。"],
    { district: "南溪县", street: "城关镇", holds: "往东两百米" },
  ],
  [
    "a corrected street",
    [ask, "市民：不是金桥街道，是柳林街道的春晖家园。"],
    { district: "东湖区", street: "柳林街道", holds: "春晖家园" },
  ],
  [
    "a road that shares a street's name",
    [ask, "市民：高新区金桥路跟文昌路路口。"],
    { district: "高新区", street: null, holds: "金桥路" },
  ],
  [
    "an area the agent names and the caller agrees to",
    ["市民：枫林小区的路灯坏了。", "坐席：是北营街道的枫林小区吗？", "市民：对。"],
    { district: "西山区", street: "北营街道", holds: "枫林小区" },
  ],
];

describe("place of the matter", () => {
  test.each(cases)("%s", (_name, lines, expected) => {
    const draft = draftOf("市民：我要投诉，路边天天有人乱倒垃圾。", ...lines);
    expect({ district: draft.district, street: draft.street }).toEqual({
      district: expected.district,
      street: expected.street,
    });
    expect(draft.elements.place?.value).toContain(expected.holds);
  });

  test("a date is no house number", () => {
    expect(draftOf("市民：六月二号下午垃圾没人收。").elements.place?.value ?? null).toBe(null);
  });

  test("never said stays empty", () => {
    expect(draftOf("市民：我要投诉外卖平台不退钱。").elements.place).toMatchObject({ value: null, status: "未询问" });
  });
});
