import { describe, expect, test } from "vitest";
import { draftOf } from "../test-call.ts";

const ask = "坐席：请您留一个联系电话。";
const own = "13900001111";
const cases: [string, string[], string | null][] = [
  ["written digits", [ask, "市民：13612345678"], "13612345678"],
  ["spoken digits", [ask, "市民：幺三六幺二三四五六七八。"], "13612345678"],
  ["pieces with pauses", [ask, "市民：一三六，一二三四，五六七八。"], "13612345678"],
  [
    "pieces over turns",
    [ask, "市民：幺三六", "坐席：嗯", "市民：幺二三四", "坐席：嗯嗯", "市民：五六七八"],
    "13612345678",
  ],
  [
    "corrected by the caller",
    [ask, "市民：13612345678", "坐席：13612345679对吗？", "市民：不对，是一三六一二三四五六七八。"],
    "13612345678",
  ],
  ["corrected in its last digits", [ask, "市民：13612345687", "市民：不对，后四位是五六七八。"], "13612345678"],
  [
    "read back and agreed",
    [ask, "市民：幺三六幺二三四五六七八", "坐席：13612345678，对吗？", "市民：对的。"],
    "13612345678",
  ],
  ["a landline with its area code", [ask, "市民：零五三一八八八七七六六五"], "053188877665"],
  ["this number, asked", ["坐席：联系电话是您来电的这个号码吗？", "市民：是的。"], own],
  ["this number, told", [ask, "市民：就打这个就行。"], own],
  [
    "this number denied, another given",
    ["坐席：联系电话是来电号码吗？", "市民：不是，打我手机，幺三六幺二三四五六七八。"],
    "13612345678",
  ],
  [
    "a number told stays where the agent only asks to keep this telephone at hand",
    [
      ask,
      "市民：打我爱人的，13612345678",
      "坐席：好的，记下了。",
      "市民：嗯。",
      "坐席：那您的这个电话请保持畅通。",
      "市民：好的。",
    ],
    "13612345678",
  ],
  ["a hum that goes on with no", ["坐席：联系电话是您来电的这个号码吗？", "市民：嗯，不行，那是单位的。"], null],
  ["never spoken of", ["坐席：您好，请讲。", "市民：路灯坏了。"], null],
  [
    "a number the agent gave is not the caller's",
    ["坐席：燃气公司的电话是86001234。", "市民：八六零零幺二三四，好，谢谢。"],
    null,
  ],
  ["this number, told unasked", ["市民：路灯坏了，有事打我这个手机。"], own],
  ["a call to the hotline is no number to call back", ["市民：我头一回打这个电话，路灯坏了。"], null],
  [
    "a piece at the end of an answer goes on in the next turn",
    [ask, "市民：这个是我闺女的，你记我的，一三六，", "市民：一二三四，", "市民：五六七八。"],
    "13612345678",
  ],
  ["refused", [ask, "市民：电话我就不留了，你们别给我打。"], null],
  ["amounts and plates are no numbers", ["市民：欠了二十三万五千，车牌是A12345。"], null],
];

describe("contact, digits only", () => {
  test.each(cases)("%s", (_name, lines, value) => {
    expect(draftOf(...lines).elements.contact?.value ?? null).toBe(value);
  });
});
