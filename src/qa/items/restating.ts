import { against, type Case, holds, type Judge } from "../judge.ts";
import { pairsOf, sharedPairs } from "../overlap.ts";
import type { Line } from "../talk.ts";

/** Pairs of characters that a restatement shares with the caller's words: the less the line itself says that it restates, the more. */
const statedPairs = 4;
const endTaggedPairs = 5;
const taggedPairs = 10;
/** A line that says it restates and asks "对吗" needs content, not the caller's very words. */
const contentPairsMin = 8;
/** A call shorter than this holds nothing to restate. */
const citizenLinesMin = 2;
/** Characters at the end of a line in which a closing tag stands. */
const tagLength = 8;

/** A line restates as a whole, or in one of its sentences before it goes on to other things. */
function restates(input: Case, line: Line): boolean {
  const said = input.talk.citizen.filter((other) => other.at < line.at).map((other) => other.plain);
  const heard = pairsOf(said.join("，"));
  const sentences = line.plain.match(/[^。！？]+[。！？]*/gu) ?? [];
  return [line.plain, ...(sentences.length > 1 ? sentences : [])].some((text) => isRestated(input, text, heard));
}

function isRestated(input: Case, text: string, heard: ReadonlySet<string>): boolean {
  const { restating, confirmTag } = input.rules.rubric.signals;
  const states = holds(restating, text);
  const tagged = holds(confirmTag, text);
  if (!states && !tagged) return false;
  const pairs = pairsOf(text);
  const shared = sharedPairs(pairs, heard);
  const endsInTag = holds(confirmTag, text.slice(-tagLength));
  if (states && (shared >= statedPairs || (endsInTag && pairs.size >= contentPairsMin))) return true;
  return (endsInTag && shared >= endTaggedPairs) || (tagged && shared >= taggedPairs);
}

/** What is answered at once, taken elsewhere or found among the earlier orders shows by itself that it was understood. */
function needsNone({ kind, scope, directAnswer }: NonNullable<Case["draft"]>, isForwarded: boolean): boolean {
  if (scope === "重复诉求" || directAnswer) return true;
  return !isForwarded && (scope !== "受理" || kind === "咨询");
}

/** 未确认来电人问题: nowhere are the caller's words said back (S1 row 18); told at the line that forwards or closes. */
export const judgeRestating: Judge = (input) => {
  const { talk, rules, draft } = input;
  if (talk.citizen.length < citizenLinesMin || talk.agent.some((line) => restates(input, line))) return [];
  const forwards = talk.agent.find(
    (line) =>
      line.at > 1 && holds(rules.rubric.signals.accepts, line.plain) && holds(rules.rubric.signals.closes, line.plain),
  );
  const told =
    forwards ?? talk.agent.findLast((line) => holds(rules.rubric.signals.closes, line.plain)) ?? talk.agent.at(-1);
  if (!told) return [];
  const verdict = draft && needsNone(draft, forwards !== undefined) ? "仅提示" : "扣分";
  return [against(told, verdict, "没有复述来电人反映的问题并请其确认")];
};
