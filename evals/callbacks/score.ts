import { type Figures, figuresOf, newMeasured, note, noteSets, noteTotal } from "../metrics.ts";
import type { CallbackAnswers, CallbackSample, CallResult } from "../shapes.ts";

const answers: (keyof CallbackAnswers)[] = [
  "reached",
  "consented",
  "identityStated",
  "identityChecked",
  "contacted",
  "resolved",
  "satisfaction",
];

/** Compares the results of callbacks with the human-made answers. */
export function scoreCallbacks(samples: CallbackSample[], results: Map<string, CallResult>): Figures {
  const measured = newMeasured();
  for (const { id, gold } of samples) {
    const given = results.get(id)?.callback ?? {};
    for (const key of answers) note(measured, key, given[key] === gold[key]);
    const wantedTypes = new Map(gold.leading.map(({ utterance, type }) => [utterance, type]));
    const givenTypes = new Map((given.leading ?? []).map(({ utterance, type }) => [utterance, type]));
    noteSets(measured, "leading", new Set(wantedTypes.keys()), new Set(givenTypes.keys()));
    for (const [utterance, type] of wantedTypes) {
      if (givenTypes.has(utterance)) note(measured, "leadingType", givenTypes.get(utterance) === type);
    }
    const wanted = new Set(gold.otherFaults.map(({ item }) => item));
    const faults = new Set((given.faults ?? []).map(({ item }) => item ?? ""));
    noteSets(measured, "faults", wanted, faults);
    for (const item of new Set([...wanted, ...faults])) {
      noteSets(
        measured,
        `faultItems.${item}`,
        new Set(wanted.has(item) ? [item] : []),
        new Set(faults.has(item) ? [item] : []),
      );
    }
  }
  noteTotal(measured, "n", samples.length);
  return figuresOf(measured);
}
