export type LogisticFit = { weights: number[]; bias: number };

const rounds = 60;
const closeEnough = 1e-6;

/** Logistic regression of rows by Newton's steps, L2 of strength `decay` on scaled columns but not on the bias. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  decay: number,
): LogisticFit {
  const columns = (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? 0));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const scales = columns.map((column, at) => {
    const squares = column.reduce((sum, value) => sum + (value - (means[at] ?? 0)) ** 2, 0);
    return Math.sqrt(squares / column.length) || 1;
  });
  const scaled = rows.map((row) => [...row.map((value, at) => (value - (means[at] ?? 0)) / (scales[at] ?? 1)), 1]);
  const inner = newton(scaled, labels, decay);
  const weights = scales.map((scale, at) => (inner[at] ?? 0) / scale);
  return { weights, bias: weights.reduce((sum, weight, at) => sum - weight * (means[at] ?? 0), inner.at(-1) ?? 0) };
}

function newton(rows: readonly (readonly number[])[], labels: readonly boolean[], decay: number): number[] {
  const size = rows[0]?.length ?? 0;
  const inner = Array.from({ length: size }, () => 0);
  for (let round = 0; round < rounds; round += 1) {
    const decays = inner.map((_, at) => (at === size - 1 ? closeEnough : decay));
    const slope = inner.map((weight, at) => -(decays[at] ?? 0) * weight);
    const bend = decays.map((each, at) => decays.map((_, other) => (at === other ? each : 0)));
    for (const [place, row] of rows.entries()) {
      const likely = 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (inner[at] ?? 0), 0)));
      for (const [at, value] of row.entries()) {
        slope[at] = (slope[at] ?? 0) + value * (Number(labels[place]) - likely);
        const line = bend[at] ?? [];
        for (const [other, beside] of row.entries())
          line[other] = (line[other] ?? 0) + value * beside * likely * (1 - likely);
      }
    }
    const step = solve(bend, slope);
    for (const [at, by] of step.entries()) inner[at] = (inner[at] ?? 0) + by;
    if (Math.max(...step.map(Math.abs)) < closeEnough) break;
  }
  return inner;
}

/** Solves the equations `left` times x = `right` by elimination; `left` is positive definite. */
function solve(left: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lines = left.map((line, at) => [...line, right[at] ?? 0]);
  for (const [at, pivot] of lines.entries()) {
    const lead = pivot[at] ?? 1;
    for (const [place, value] of pivot.entries()) pivot[place] = value / lead;
    for (const [other, line] of lines.entries()) {
      const share = line[at] ?? 0;
      if (other !== at) for (const [place, value] of pivot.entries()) line[place] = (line[place] ?? 0) - share * value;
    }
  }
  return lines.map((line) => line.at(-1) ?? 0);
}
