import type { Utterance } from "../../../types.ts";

/** No call lasts longer; a clock that says so is wrong. */
const longestCallMs = 4 * 3_600_000;
/** A later delay is a clock that differs, not a slow recognizer. */
const longestDelayMs = 60_000;
/** 喂、在吗、好的、嗯: what a waiting caller says is no new matter. */
const waitingWordsChars = 8;

const endOf = (utterances: readonly Utterance[]) =>
  utterances.reduce((latestMs, { endMs }) => Math.max(latestMs, endMs), 0);

/** Milliseconds since the call began; of a call that ended, or with a clock that cannot be right, to its last word. */
export function elapsedMs(startedAt: string, utterances: readonly Utterance[], nowMs: number | null): number {
  const lastMs = endOf(utterances);
  const sinceMs = nowMs === null ? lastMs : nowMs - Date.parse(startedAt);
  return sinceMs >= lastMs && sinceMs <= longestCallMs ? sinceMs : lastMs;
}

/** How long after its last sound an utterance came here, in ms; null when the clocks differ too much to say. */
export function delayMs(startedAt: string, { endMs }: Utterance, arrivedMs: number): number | null {
  const late = arrivedMs - Date.parse(startedAt) - endMs;
  return late >= 0 && late <= longestDelayMs ? late : null;
}

/**
 * How long the caller has been waiting, in ms: since the agent's last word, or since the caller's when the caller said
 * more than a sign of life after it. `null` before anybody spoke.
 */
export function waitedMs(utterances: readonly Utterance[], elapsed: number): number | null {
  if (utterances.length === 0) return null;
  const lastAgent = utterances.findLastIndex(({ speaker }) => speaker === "agent");
  const since = utterances.slice(lastAgent + 1);
  const isMatter = since.reduce((chars, { text }) => chars + text.length, 0) > waitingWordsChars;
  const from = isMatter || lastAgent < 0 ? endOf(since) : (utterances[lastAgent]?.endMs ?? 0);
  return Math.max(0, elapsed - from);
}
