/** What may answer a question: the likenesses of each, and which do answer. */
export type AnsweredList = { readonly rows: readonly (readonly number[])[]; readonly answers: readonly boolean[] };

/**
 * Adds how the likelihood that an answer of the list is chosen (softmax over `points`) grows with each weight of likenesses divided by
 * their `scales`; `weight`: what the list counts.
 */
export function addListSlope(
  slope: number[],
  { rows, answers }: AnsweredList,
  points: readonly number[],
  { scales, weight }: { scales: readonly number[]; weight: number },
): void {
  const top = Math.max(...points);
  const shares = points.map((point) => Math.exp(point - top));
  const all = shares.reduce((sum, each) => sum + each, 0);
  const right = shares.reduce((sum, each, at) => sum + (answers[at] ? each : 0), 0) || Number.MIN_VALUE;
  for (const [at, row] of rows.entries()) {
    const off = weight * ((answers[at] ? (shares[at] ?? 0) / right : 0) - (shares[at] ?? 0) / all);
    for (const [sign, value] of row.entries()) slope[sign] = (slope[sign] ?? 0) + (off * value) / (scales[sign] ?? 1);
  }
}
