/** One figure of the table. `standardError` is null for counts and where nothing was measured. */
export type Figure = { value: number | null; n: number; standardError: number | null };
export type Figures = Record<string, Figure>;
export type Counts = { found: number; wrong: number; lost: number };

/** What a task measures, sample by sample: right or wrong (or a share from 0 to 1) under a name, and sets compared under a name. */
export type Measured = { rates: Map<string, number[]>; sets: Map<string, Counts[]>; totals: Map<string, number> };

export const newMeasured = (): Measured => ({ rates: new Map(), sets: new Map(), totals: new Map() });

/** Notes one answer: true and 1 are right. */
export function note(measured: Measured, name: string, value: boolean | number): void {
  const values = measured.rates.get(name) ?? [];
  values.push(Number(value));
  measured.rates.set(name, values);
}

/** Notes what was found, wrongly given and lost when `given` should be `wanted`. */
export function noteSets(measured: Measured, name: string, wanted: Set<unknown>, given: Set<unknown>): void {
  const found = [...wanted].filter((item) => given.has(item)).length;
  noteCounts(measured, name, { found, wrong: given.size - found, lost: wanted.size - found });
}

export function noteCounts(measured: Measured, name: string, counts: Counts): void {
  measured.sets.set(name, [...(measured.sets.get(name) ?? []), counts]);
}

export function noteTotal(measured: Measured, name: string, count: number): void {
  measured.totals.set(name, (measured.totals.get(name) ?? 0) + count);
}

/** All figures by name, rounded to three places. Set figures come as name.p, .r, .f1, .tp, .fp, .fn (no prefix for the name ""). */
export function figuresOf(measured: Measured): Figures {
  const figures: Figures = {};
  for (const [name, values] of measured.rates) figures[name] = rate(values);
  for (const [name, counts] of measured.sets) {
    for (const [key, figure] of Object.entries(setFigures(counts)))
      figures[name === "" ? key : `${name}.${key}`] = figure;
  }
  for (const [name, count] of measured.totals) figures[name] = { value: count, n: count, standardError: null };
  return figures;
}

/** The mean; its standard error is the binomial one when all values are 0 or 1. */
export function rate(values: number[]): Figure {
  const n = values.length;
  if (n === 0) return { value: null, n, standardError: null };
  const mean = sum(values) / n;
  const variance = sum(values.map((value) => (value - mean) ** 2)) / n;
  return { value: round3(mean), n, standardError: round3(Math.sqrt(variance / n)) };
}

function setFigures(samples: Counts[]): Figures {
  const all = addUp(samples);
  const [given, wanted] = [all.found + all.wrong, all.found + all.lost];
  const { p, r, f1 } = precisionRecall(all);
  const count = (value: number): Figure => ({ value, n: value, standardError: null });
  return {
    p: { value: round3(p), n: given, standardError: binomialError(p, given) },
    r: { value: round3(r), n: wanted, standardError: binomialError(r, wanted) },
    f1: { value: round3(f1), n: samples.length, standardError: bootstrapError(samples) },
    tp: count(all.found),
    fp: count(all.wrong),
    fn: count(all.lost),
  };
}

/** Nothing given is no wrong answer (precision 1), nothing wanted is nothing lost (recall 1). */
export function precisionRecall({ found, wrong, lost }: Counts): { p: number; r: number; f1: number } {
  const p = found + wrong > 0 ? found / (found + wrong) : 1;
  const r = found + lost > 0 ? found / (found + lost) : 1;
  return { p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
}

const binomialError = (p: number, n: number) => (n > 0 ? round3(Math.sqrt((p * (1 - p)) / n)) : null);

/** The spread of F1 over 500 resamples of the samples, drawn by a fixed seed so that two runs agree. */
function bootstrapError(samples: Counts[]): number {
  const random = seeded(12345);
  const draws = Array.from({ length: 500 }, () => {
    const drawn = samples.map(() => samples[Math.floor(random() * samples.length)] ?? { found: 0, wrong: 0, lost: 0 });
    return precisionRecall(addUp(drawn)).f1;
  });
  const mean = sum(draws) / draws.length;
  return round3(Math.sqrt(sum(draws.map((draw) => (draw - mean) ** 2)) / draws.length));
}

function addUp(samples: Counts[]): Counts {
  const total = (key: keyof Counts) => sum(samples.map((counts) => counts[key]));
  return { found: total("found"), wrong: total("wrong"), lost: total("lost") };
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** Three places, halves to the even digit as Python rounds: only sixteenths stand exactly half way. */
export function round3(value: number): number {
  const isHalf = Number.isInteger(value * 16) && (value * 16) % 2 !== 0;
  if (!isHalf) return Number(value.toFixed(3));
  const below = Math.floor(value * 1000);
  return (below % 2 === 0 ? below : below + 1) / 1000;
}

/** mulberry32: a small generator of numbers from 0 to 1 with a seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
