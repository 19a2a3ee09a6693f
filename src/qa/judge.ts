import type { BasisOfCall } from "../kb/index.ts";
import type { Draft } from "../orders/index.ts";
import { firstMatch, type Matchers, type Rules } from "../platform/rules/index.ts";
import type { QaItemName } from "../platform/rules/schema/rubric.ts";
import type { Verdict } from "./schema.ts";
import { learnedFault, sureAt } from "./service-model.ts";
import { clockOf, type Line, type Talk } from "./talk.ts";

export type QaRules = Pick<Rules, "phrases" | "recording" | "rubric" | "wording" | "calendar" | "listening">;

/** What is known of the seat and of the items besides the rules. `hintOnly`: items that may not cost points now, with the reason. */
export type Circumstances = {
  readonly hintOnly: ReadonlyMap<string, string>;
  readonly isDialectSeat: boolean;
  /** What the base said at the time of the call; absent where nobody looked. */
  readonly knowledge?: BasisOfCall;
};

export const plainCircumstances: Circumstances = { hintOnly: new Map(), isDialectSeat: false };

export type Case = {
  readonly talk: Talk;
  readonly rules: QaRules;
  readonly draft: Draft | null;
  readonly knowledge?: BasisOfCall | undefined;
};

/** What a judge holds against a line, or why an item does not apply. An item without findings is 合格. `excluded`: why the line may not count. */
export type Finding = {
  verdict: Exclude<Verdict, "合格">;
  utterance: number | null;
  atMs: number | null;
  why: string;
  excluded?: string;
  confidence?: number;
};

export type Judge = (input: Case) => Finding[];

/** Why words of a line cannot be trusted: the recogniser was unsure, or most of it was said while the other spoke. */
function doubtOf(line: Line): string | null {
  if (line.lowConfidence === true) return "识别置信度低";
  return line.drowned ? "双方同时说话" : null;
}

/** A finding on a line with its words and second. Words that cannot be trusted go to a person instead of costing points; times are trusted. */
export function against(
  line: Line,
  verdict: Finding["verdict"],
  why: string,
  words = line.text,
  rests: "文字" | "时间" = "文字",
): Finding {
  const doubt =
    verdict === "扣分"
      ? rests === "文字"
        ? doubtOf(line)
        : line.lowConfidence === true
          ? "识别置信度低"
          : null
      : null;
  return {
    verdict: doubt ? "待人工" : verdict,
    utterance: line.i,
    atMs: line.startMs,
    why: `${clockOf(line.startMs)} “${words}”：${why}${doubt ? `（${doubt}，须听录音）` : ""}`,
    ...(doubt ? { excluded: doubt } : {}),
    ...(line.confidence === undefined ? {} : { confidence: line.confidence }),
  };
}

/** The agent's words in a line that rules, or else the learned model, hold against him under an item; null where neither does. */
export function wordsAgainst(line: Line, matchers: Matchers, item: QaItemName): string | null {
  const learned = learnedFault(line, item);
  return firstMatch(matchers, line.plain)?.text ?? (learned && learned.confidence >= sureAt ? learned.words : null);
}

/** Every agent line that holds the words, each as one finding. */
export function linesWith(input: Case, matchers: Matchers, why: string): Finding[] {
  const find = (text: string) => firstMatch(matchers, text);
  return input.talk.agent.flatMap((line) => {
    const match = find(line.plain);
    return match ? [against(line, "扣分", why, match.text)] : [];
  });
}

/** Whether plain text holds the words. */
export function holds(matchers: Matchers, text: string): boolean {
  return firstMatch(matchers, text) !== null;
}
