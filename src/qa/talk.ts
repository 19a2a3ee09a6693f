import type { Call, Utterance } from "../orders/index.ts";
import type { Rules } from "../platform/rules/index.ts";
import { hear } from "./wording-context.ts";

/** An utterance made plain for matching; `at` is its place in the call. `drowned`: most of it was said while the other spoke. */
export type Line = Utterance & { readonly at: number; readonly plain: string; readonly drowned: boolean };

const drownedShare = 0.5;
const drownedMs = 500;

/** Whether the other speaker talks through most of a line, so that its words are hard to make out. Only neighbours can. */
function isDrowned(all: readonly Utterance[], at: number): boolean {
  const line = all[at];
  if (!line) return false;
  const near = all.slice(Math.max(0, at - 3), at + 4).filter((other) => other.speaker !== line.speaker);
  const sharedMs = near.reduce(
    (sum, other) => sum + Math.max(0, Math.min(line.endMs, other.endMs) - Math.max(line.startMs, other.startMs)),
    0,
  );
  return sharedMs >= drownedMs && sharedMs >= (line.endMs - line.startMs) * drownedShare;
}

/** A call as the judges see it. `punctuated`: the transcript carries marks, so a missing full stop means something. */
export type Talk = {
  readonly direction: Call["direction"];
  readonly startedAt: string;
  readonly lines: readonly Line[];
  readonly agent: readonly Line[];
  readonly citizen: readonly Line[];
  readonly punctuated: boolean;
};

/** Prepares a call for the judges. */
export function talkOf(rules: Pick<Rules, "wording">, call: Call): Talk {
  const lines = call.utterances.map((utterance, at) => ({
    ...utterance,
    at,
    drowned: isDrowned(call.utterances, at),
    plain: hear(rules.wording, utterance.text).text,
  }));
  return {
    direction: call.direction,
    startedAt: call.startedAt,
    lines,
    agent: lines.filter((line) => line.speaker === "agent"),
    citizen: lines.filter((line) => line.speaker === "citizen"),
    punctuated: lines.some((line) => /[，。！？]/u.test(line.plain)),
  };
}

/** The nearest line of a speaker before place `at`. */
export function lineBefore(talk: Talk, at: number, speaker: "agent" | "citizen"): Line | undefined {
  return talk.lines.findLast((line) => line.at < at && line.speaker === speaker);
}

/** The nearest line of a speaker after place `at`. */
export function lineAfter(talk: Talk, at: number, speaker: "agent" | "citizen"): Line | undefined {
  return talk.lines.find((line) => line.at > at && line.speaker === speaker);
}

/** Minutes and seconds of a moment in a call: 61000 -> "01:01". */
export function clockOf(ms: number): string {
  const sec = Math.floor(ms / 1000);
  return `${String(Math.floor(sec / 60)).padStart(2, "0")}:${String(sec % 60).padStart(2, "0")}`;
}
