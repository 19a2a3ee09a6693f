import { type Figures, figuresOf, newMeasured, note, noteTotal } from "../metrics.ts";
import type { Split } from "../shapes.ts";

/** `expected`: articles that answer, none when the base has no answer. */
export type KbQuestion = Required<Split> & {
  id: string;
  text: string;
  at: string;
  region: string | null;
  expected: string[];
  style: string;
};
/** External ids, best first; without the bridge only where there is an answer. */
export type KbAnswer = { found: string[]; abstained: boolean; withoutBridge: string[] };

const listed = 3;

/** Recall at 1 and 3 with and without the bridge, how often questions outside the base are told as such, and wrong abstentions. */
export function scoreKb(questions: readonly KbQuestion[], answers: ReadonlyMap<string, KbAnswer>): Figures {
  const measured = newMeasured();
  for (const { id, expected, style } of questions) {
    const answer = answers.get(id);
    const isOutside = expected.length === 0;
    note(measured, isOutside ? "outsideTold" : "wrongAbstentions", answer?.abstained ?? false);
    if (isOutside) continue;
    const isAmong = (ids: readonly string[] = [], count = listed) =>
      ids.slice(0, count).some((each) => expected.includes(each));
    note(measured, "recallAt1", isAmong(answer?.found, 1));
    note(measured, "recallAt3", isAmong(answer?.found));
    note(measured, "recallAt3WithoutBridge", isAmong(answer?.withoutBridge));
    note(measured, `recallAt3ByStyle.${style}`, isAmong(answer?.found));
  }
  noteTotal(measured, "n", questions.length);
  return figuresOf(measured);
}
