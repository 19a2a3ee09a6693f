type Row = { text: string; label: string };
type Sparse = Map<string, number>;

const gramLengthMax = 4;
const rowsMin = 3;
const errorCost = 1;
const epochs = 12;

/** Mean F1 of the labels. */
export function macroF1(wanted: readonly string[], given: readonly string[]): number {
  const labels = [...new Set(wanted)];
  const scores = labels.map((label) => {
    const right = wanted.filter((each, at) => each === label && given[at] === label).length;
    const named = wanted.filter((each) => each === label).length + given.filter((each) => each === label).length;
    return (2 * right) / Math.max(1, named);
  });
  return scores.reduce((sum, score) => sum + score, 0) / labels.length;
}

/** Answers of a textbook linear SVM (squared hinge, one label against all, dual coordinate descent) over exact, unhashed n-grams. */
export function svmAnswers(seen: readonly Row[], held: readonly Row[]): string[] {
  const inRows = new Map<string, number>();
  const counted = seen.map(({ text }) => gramsOf(text));
  for (const grams of counted) for (const gram of grams.keys()) inRows.set(gram, (inRows.get(gram) ?? 0) + 1);
  const weigh = (grams: Sparse) => weighed(grams, inRows, seen.length);
  const rows = counted.map(weigh);
  const labels = [...new Set(seen.map(({ label }) => label))];
  const planes = labels.map((label) =>
    separate(
      rows,
      seen.map((row) => (row.label === label ? 1 : -1)),
    ),
  );
  return held.map(({ text }) => {
    const row = weigh(gramsOf(text));
    const scores = planes.map((plane) => dot(plane, row));
    return labels[scores.indexOf(Math.max(...scores))] ?? "";
  });
}

function gramsOf(text: string): Sparse {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const grams: Sparse = new Map();
  for (let start = 0; start < plain.length; start += 1)
    for (let length = 1; length <= gramLengthMax && start + length <= plain.length; length += 1) {
      const gram = plain.slice(start, start + length);
      grams.set(gram, (grams.get(gram) ?? 0) + 1);
    }
  return grams;
}

/** Sublinear counts by rarity, of length 1, with a bias beside them. */
function weighed(grams: Sparse, inRows: Sparse, rowCount: number): Sparse {
  const values: Sparse = new Map();
  for (const [gram, count] of grams) {
    const rows = inRows.get(gram) ?? 0;
    if (rows >= rowsMin) values.set(gram, (1 + Math.log(count)) * (Math.log((1 + rowCount) / (1 + rows)) + 1));
  }
  const length = Math.sqrt([...values.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  for (const [gram, value] of values) values.set(gram, value / length);
  return values.set("", 1);
}

function dot(plane: Sparse, row: Sparse): number {
  let sum = 0;
  for (const [gram, value] of row) sum += value * (plane.get(gram) ?? 0);
  return sum;
}

function separate(rows: readonly Sparse[], signs: readonly number[]): Sparse {
  const plane: Sparse = new Map();
  const duals = new Float64Array(rows.length);
  const softness = 0.5 / errorCost;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    rows.forEach((_, step) => {
      const at = (step * 7919 + epoch * 104_729) % rows.length;
      const [row, sign, before] = [rows[at] ?? plane, signs[at] ?? 1, duals[at] ?? 0];
      const slope = sign * dot(plane, row) - 1 + softness * before;
      const after = Math.max(0, before - slope / (2 + softness));
      duals[at] = after;
      if (after === before) return;
      for (const [gram, value] of row) plane.set(gram, (plane.get(gram) ?? 0) + (after - before) * sign * value);
    });
  }
  return plane;
}
