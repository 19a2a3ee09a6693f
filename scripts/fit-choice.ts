/** One choice: the signs of each thing that may be chosen, and how well each would do; 0 is wrong. */
export type Choice = { readonly signs: readonly ReadonlyMap<string, number>[]; readonly worth: readonly number[] };

type Row = { readonly at: Int32Array; readonly value: Float64Array };
type Indexed = { readonly rows: readonly Row[]; readonly worth: readonly number[] };

const rounds = 160;
const rate = 0.05;
const first = 0.9;
const second = 0.999;
const tiny = 1e-8;

/**
 * Weights of signs by which good choices are told (conditional logit, McFadden 1974). What is made likely is that any good one is
 * chosen, the better ones by their worth; `shrink` holds weights of rare signs near 0 (L2). Adam over all choices at once: the order
 * of the calls plays no part.
 */
export function fitChoice(choices: readonly Choice[], shrink: number): Record<string, number> {
  const names = new Map<string, number>();
  const indexed = choices.filter(({ worth }) => worth.some((each) => each > 0)).map((choice) => indexOf(choice, names));
  const weights = new Float64Array(names.size);
  const mean = new Float64Array(names.size);
  const spread = new Float64Array(names.size);
  for (let round = 1; round <= rounds; round += 1) {
    const slope = weights.map((weight) => -shrink * weight);
    for (const each of indexed) addSlope(slope, each, weights);
    for (let at = 0; at < weights.length; at += 1) {
      const up = slope[at] ?? 0;
      const drift = first * (mean[at] ?? 0) + (1 - first) * up;
      const size = second * (spread[at] ?? 0) + (1 - second) * up * up;
      mean[at] = drift;
      spread[at] = size;
      const step = drift / (1 - first ** round) / (Math.sqrt(size / (1 - second ** round)) + tiny);
      weights[at] = (weights[at] ?? 0) + rate * step;
    }
  }
  return Object.fromEntries([...names].map(([name, at]) => [name, weights[at] ?? 0]));
}

function indexOf({ signs, worth }: Choice, names: Map<string, number>): Indexed {
  const rows = signs.map((each) => {
    for (const name of each.keys()) if (!names.has(name)) names.set(name, names.size);
    return {
      at: Int32Array.from(each.keys(), (name) => names.get(name) ?? 0),
      value: Float64Array.from(each.values()),
    };
  });
  return { rows, worth };
}

function shares(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((left, right) => left + right, 0);
  return raised.map((each) => each / sum);
}

/** Adds how the likelihood of a good choice grows with each weight. */
function addSlope(slope: Float64Array, { rows, worth }: Indexed, weights: Float64Array): void {
  const likely = shares(
    rows.map(({ at, value }) => at.reduce((sum, sign, k) => sum + (value[k] ?? 0) * (weights[sign] ?? 0), 0)),
  );
  const good = likely.map((share, at) => share * (worth[at] ?? 0) + tiny * tiny * (worth[at] ?? 0));
  const sum = good.reduce((left, right) => left + right, 0);
  rows.forEach(({ at, value }, which) => {
    const off = (good[which] ?? 0) / sum - (likely[which] ?? 0);
    if (off !== 0)
      at.forEach((sign, k) => {
        slope[sign] = (slope[sign] ?? 0) + off * (value[k] ?? 0);
      });
  });
}
