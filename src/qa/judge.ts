import type { Draft } from "../orders/index.ts";
import { firstMatch, type Matchers, type Rules } from "../platform/rules/index.ts";
import type { Verdict } from "./schema.ts";
import { clockOf, type Line, type Talk } from "./talk.ts";

export type QaRules = Pick<Rules, "phrases" | "rubric" | "wording" | "calendar">;

/** What is known of the seat and of the items besides the rules. `hintOnly`: items that may not cost points now, with the reason. */
export type Circumstances = { readonly hintOnly: ReadonlyMap<string, string>; readonly isDialectSeat: boolean };

export const plainCircumstances: Circumstances = { hintOnly: new Map(), isDialectSeat: false };

export type Case = { readonly talk: Talk; readonly rules: QaRules; readonly draft: Draft | null };

/** What a judge holds against a line, or why an item does not apply. An item without findings is 合格. */
export type Finding = {
  verdict: Exclude<Verdict, "合格">;
  utterance: number | null;
  atMs: number | null;
  why: string;
};

export type Judge = (input: Case) => Finding[];

/** A finding on a line with its words and second. A line the recogniser was unsure of goes to a person instead of costing points. */
export function against(line: Line, verdict: Finding["verdict"], why: string, words = line.text): Finding {
  const unsure = verdict === "扣分" && line.lowConfidence === true;
  return {
    verdict: unsure ? "待人工" : verdict,
    utterance: line.i,
    atMs: line.startMs,
    why: `${clockOf(line.startMs)} “${words}”：${why}${unsure ? "（识别置信度低，须听录音）" : ""}`,
  };
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
