import { type Call, Call as CallSchema, type Draft } from "../orders/index.ts";
import { loadRules } from "../platform/rules/index.ts";
import { draftFromCall } from "./draft-from-call.ts";

const rules = loadRules("rules", "yunling");

/** What an agent says first. */
export const greeting = "坐席：您好，请问您需要什么帮助？";

/** A call for tests from lines such as "坐席：请问您贵姓？" and "市民：免贵姓刘。". It starts on a Wednesday evening. */
export function callOf(lines: readonly string[], changes: Partial<Call> = {}): Call {
  const utterances = lines.map((line, i) => ({
    i,
    speaker: line.startsWith("坐席") ? "agent" : "citizen",
    startMs: i * 5000,
    endMs: i * 5000 + 4000,
    text: line.replace(/^(?:坐席|市民)：/u, ""),
  }));
  return CallSchema.parse({
    id: "test",
    direction: "inbound",
    startedAt: "2026-06-17T20:40:00+08:00",
    callerNumber: "13900001111",
    agentId: "A1",
    utterances,
    ...changes,
  });
}

/** The draft of such a call under the rules of the demo city. */
export function draftOf(...lines: string[]): Draft {
  return draftFromCall(rules, callOf(lines));
}
