import { describe, expect, test } from "vitest";
import type { Draft } from "../../orders/index.ts";
import { Call } from "../../orders/index.ts";
import { loadRules } from "../../platform/rules/index.ts";
import { talkOf } from "../talk.ts";
import { judgeSelfContact } from "./self-contact.ts";

const rules = loadRules("rules", "yunling");
const draft = { scope: "受理", directAnswer: false } as Draft;

function verdicts(lines: readonly string[]): string[] {
  const utterances = lines.map((line, i) => ({
    i,
    speaker: line.startsWith("坐") ? "agent" : "citizen",
    startMs: i * 4000,
    endMs: i * 4000 + 3500,
    text: line.slice(2),
  }));
  const call = Call.parse({ id: "s", direction: "inbound", startedAt: "2026-03-04T10:00:00+08:00", utterances });
  return judgeSelfContact({ talk: talkOf(rules, call), rules, draft }).map(({ verdict }) => verdict);
}

const sent = "坐：这个您自己打物业电话问吧。";

describe("sending the caller elsewhere", () => {
  test.each([
    ["打过了，没人接，我才打你们的。", "坐：那好吧，我给您登记一下。"],
    ["啊？那要你们12345干什么？", "坐：行，我给您转过去。"],
    ["我上哪儿找他们电话去？", "坐：行吧，给您记一下。"],
    ["他们就会踢皮球。", "坐：我给您登记，转给街道核实。"],
  ])("costs points when the caller had to press: %s", (reply, taken) => {
    expect(verdicts([sent, `民：${reply}`, taken])).toEqual(["扣分"]);
  });

  test("costs points when nobody took it", () => {
    expect(verdicts([sent, "民：好吧。", "坐：感谢您的来电，再见。"])).toEqual(["扣分"]);
  });

  test("is advice beside an order made at once or unpressed", () => {
    expect(verdicts(["坐：我给您登记，您也可以自己打物业电话催一下。", "民：好。"])).toEqual(["仅提示"]);
    expect(verdicts([sent, "民：好的，谢谢。", "坐：我这边也给您登记，转给街道。"])).toEqual(["仅提示"]);
  });
});
