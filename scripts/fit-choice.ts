import { adamOf } from "./adam.ts";

/** One choice: the signs of each thing that may be chosen, and how well each would do; 0 is wrong. */
export type Choice = { readonly signs: readonly ReadonlyMap<string, number>[]; readonly worth: readonly number[] };

type Row = { readonly at: Int32Array; readonly value: Float64Array };
type Indexed = { readonly rows: readonly Row[]; readonly worth: readonly number[] };

const rounds = 160;
const rate = 0.05;
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
  const climb = adamOf(weights);
  for (let round = 0; round < rounds; round += 1) {
    const slope = weights.map((weight) => -shrink * weight);
    for (const each of indexed) addSlope(slope, each, weights);
    climb(slope, rate);
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
