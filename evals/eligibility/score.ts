import { type Figures, figuresOf, newMeasured, note, noteTotal } from "../metrics.ts";
import type { EligibilityResult, EligibilitySample } from "../shapes.ts";

const instant = (time: string | null | undefined) => (time ? Date.parse(time) : null);

/** Compares callback plans with the human-made answers; two times are the same when they name the same instant. */
export function scoreEligibility(samples: EligibilitySample[], results: Map<string, EligibilityResult>): Figures {
  const measured = newMeasured();
  for (const { id, gold } of samples) {
    const result = results.get(id);
    note(measured, "action", result?.action === gold.action);
    note(measured, "notBefore", instant(result?.notBefore) === instant(gold.notBefore));
    note(measured, "attemptsAllowed", result?.attemptsAllowed === gold.attemptsAllowed);
  }
  noteTotal(measured, "n", samples.length);
  return figuresOf(measured);
}
