/** Share of answers that are right. */
export function accuracyOf(wanted: Int32Array, given: Int32Array): number {
  return wanted.reduce((sum, label, at) => sum + Number(label === given[at]), 0) / Math.max(1, wanted.length);
}

/** Mean F1 of the labels, each counting alike. */
export function macroF1Of(wanted: Int32Array, given: Int32Array, labelCount: number): number {
  const right = new Float64Array(labelCount);
  const named = new Float64Array(labelCount);
  wanted.forEach((label, at) => {
    const answer = given[at] ?? 0;
    if (label === answer) right[label] = (right[label] ?? 0) + 1;
    named[label] = (named[label] ?? 0) + 1;
    named[answer] = (named[answer] ?? 0) + 1;
  });
  return right.reduce((sum, count, label) => sum + (2 * count) / Math.max(1, named[label] ?? 0), 0) / labelCount;
}
