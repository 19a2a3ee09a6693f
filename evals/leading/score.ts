import { type Figures, figuresOf, newMeasured, note, noteCounts, noteTotal } from "../metrics.ts";
import { textF1 } from "../scorers.ts";
import type { LeadingResult, LeadingSample } from "../shapes.ts";

/** Compares audited wordings with the human-made answers: found or not, and for what was found the type, words and severity. */
export function scoreLeading(samples: LeadingSample[], results: Map<string, LeadingResult>): Figures {
  const measured = newMeasured();
  for (const sample of samples) {
    const result = results.get(sample.id);
    const found = Boolean(result?.leading);
    const counts = {
      found: Number(sample.leading && found),
      wrong: Number(!sample.leading && found),
      lost: Number(sample.leading && !found),
    };
    noteCounts(measured, "", counts);
    if (!sample.leading) note(measured, "falseAlarmRate", found);
    if (sample.leading) note(measured, `recallByType.${sample.type}`, found);
    if (!sample.leading || !found) continue;
    const span = result?.span ?? "";
    note(measured, "type", result?.type === sample.type);
    note(measured, "span", sample.text.includes(span) && textF1(span, sample.span) >= 0.4);
    note(measured, "severity", result?.severity === sample.severity);
    note(measured, "neutralGiven", Boolean(result?.neutral));
  }
  noteTotal(measured, "n", samples.length);
  return figuresOf(measured);
}
