import { type Figures, figuresOf, type Measured, newMeasured, note, noteTotal } from "../metrics.ts";
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
/** External ids, best first. */
export type KbFound = { found: string[]; abstained: boolean };
/**
 * With all confirmed questions; without the bridge only where there is an answer; `bySize`: with so many confirmed questions an article, 0 and
 * none of the gaps among them.
 */
export type KbAnswer = KbFound & { withoutBridge: string[]; bySize: Record<number, KbFound> };

const listed = 3;

/** Recall at 1 and 3 with and without the bridge, how often questions outside the base are told as such, and wrong abstentions. */
export function scoreKb(questions: readonly KbQuestion[], answers: ReadonlyMap<string, KbAnswer>): Figures {
  const measured = newMeasured();
  for (const question of questions) {
    const answer = answers.get(question.id);
    const { expected, style } = question;
    noteFound(measured, "", question, answer);
    if (expected.length) {
      note(measured, "recallAt3WithoutBridge", isAmong(expected, answer?.withoutBridge));
      note(measured, `recallAt3ByStyle.${style}`, isAmong(expected, answer?.found));
    } else note(measured, `outsideToldByStyle.${style}`, answer?.abstained ?? false);
    for (const [size, found] of Object.entries(answer?.bySize ?? {}))
      noteFound(measured, `byPairs.${size}.`, question, found);
  }
  noteTotal(measured, "n", questions.length);
  return figuresOf(measured);
}

function noteFound(measured: Measured, prefix: string, { expected }: KbQuestion, answer: KbFound | undefined): void {
  const isOutside = expected.length === 0;
  note(measured, `${prefix}${isOutside ? "outsideTold" : "wrongAbstentions"}`, answer?.abstained ?? false);
  if (isOutside) return;
  note(measured, `${prefix}recallAt1`, isAmong(expected, answer?.found, 1));
  note(measured, `${prefix}recallAt3`, isAmong(expected, answer?.found));
}

const isAmong = (expected: readonly string[], found: readonly string[] = [], count = listed): boolean =>
  found.slice(0, count).some((each) => expected.includes(each));
