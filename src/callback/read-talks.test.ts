import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Call } from "../orders/index.ts";
import { parsePart } from "../platform/rules/index.ts";
import { readCallback } from "./read-callback.ts";

const packs = "rules/packs/db11t-draft";
const part = <Name extends "wording" | "callback" | "phrases">(name: Name) => {
  const path = `${packs}/${name}.yaml`;
  return parsePart(name, { path, text: readFileSync(path, "utf8") });
};
const rules = { wording: part("wording"), callback: part("callback"), phrases: part("phrases") };

const opening = ["A 您好，我是12345市民服务热线的回访人员，请问您是陈先生吗？给您做个回访。", "C 是我，你说。"];
const closing = "A 好的，感谢您的配合，不打扰了，再见。";

/** Short talks in people's own words: a line "# answers", then the lines of agent (A) and citizen (C). */
function talksIn(name: string): { wanted: string[]; lines: string[] }[] {
  const text = readFileSync(`models/answers/${name}.txt`, "utf8");
  const blocks = text.split(/^# /mu).slice(1);
  return blocks.map((block) => {
    const [wanted = "", ...lines] = block.trim().split("\n");
    return { wanted: wanted.split(" "), lines };
  });
}

function callOf(lines: readonly string[]): Call {
  let endMs = 0;
  const utterances = lines.map((line, i) => {
    const text = line.slice(2);
    const startMs = endMs + 400;
    endMs = startMs + text.length * 200;
    return { i, speaker: line.startsWith("A") ? ("agent" as const) : ("citizen" as const), startMs, endMs, text };
  });
  const startedAt = "2026-03-05T09:30:00+08:00";
  return { id: "talk", direction: "callback", startedAt, callerNumber: "13800000000", agentId: "A1", utterances };
}

const word = (isSo: boolean) => (isSo ? "是" : "否");

describe("readCallback on short talks in people's own words", () => {
  it.each(talksIn("talks"))("hears $wanted in $lines", ({ wanted, lines }) => {
    const read = readCallback(rules, callOf([...opening, ...lines, closing]));
    expect([read.contacted, read.resolved, read.satisfaction]).toEqual(wanted);
  });

  it.each(talksIn("openings"))("knows who answers and whether he agrees, $wanted in $lines", ({ wanted, lines }) => {
    const read = readCallback(rules, callOf(lines));
    const heard = [word(read.reached), word(read.consented), read.contacted, read.resolved, read.satisfaction];
    expect(heard).toEqual(wanted);
  });
});
