/** What was typed, step by step, so that each can be taken back. `field` and `atMs` are of the last change. */
export type Steps<Value> = {
  past: readonly Value[];
  now: Value;
  future: readonly Value[];
  field: string | null;
  atMs: number;
};

const sameStepMs = 1_000;
const longestPast = 200;

export const firstStep = <Value>(value: Value): Steps<Value> => ({
  past: [],
  now: value,
  future: [],
  field: null,
  atMs: 0,
});

/** A change of one field. What is typed into the same field without a pause of a second is one step. */
export function typed<Value>(steps: Steps<Value>, field: string, value: Value, atMs: number): Steps<Value> {
  const isSame = steps.field === field && atMs - steps.atMs < sameStepMs && steps.past.length > 0;
  const past = isSame ? steps.past : [...steps.past, steps.now].slice(-longestPast);
  return { past, now: value, future: [], field, atMs };
}

/** One step back; the same steps when there is none. */
export function undone<Value>(steps: Steps<Value>): Steps<Value> {
  const before = steps.past.at(-1);
  if (before === undefined) return steps;
  return { past: steps.past.slice(0, -1), now: before, future: [steps.now, ...steps.future], field: null, atMs: 0 };
}

/** One step forward again. */
export function redone<Value>(steps: Steps<Value>): Steps<Value> {
  const [next, ...rest] = steps.future;
  if (next === undefined) return steps;
  return { past: [...steps.past, steps.now], now: next, future: rest, field: null, atMs: 0 };
}
