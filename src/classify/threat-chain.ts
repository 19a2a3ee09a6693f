import { type SignedTurn, type Signs, shifts, throughoutShare } from "./threat-signs.ts";

/** What speaks for each unit of a turn being inside a threat, and for a threat to begin before it or to have ended there; one more end than units. */
export type Scores = {
  readonly inside: readonly number[];
  readonly begins: readonly number[];
  readonly goesOn: readonly number[];
  readonly ends: readonly number[];
};

/** Units [first, last] of a turn. */
export type Span = { readonly first: number; readonly last: number };

const outside = 0;
const begun = 1;
const going = 2;
export const states = 3;

function sumOf({ at, value }: Signs, weights: Float32Array, shift = 0): number {
  let sum = 0;
  for (let each = 0; each < at.length; each += 1) sum += (value[each] ?? 0) * (weights[(at[each] ?? 0) ^ shift] ?? 0);
  return sum;
}

/** The scores of a turn by the weights of its signs. */
export function scoresOf({ units, whole, over }: SignedTurn, weights: Float32Array): Scores {
  const anywhere = sumOf(whole, weights);
  const throughout = throughoutShare * sumOf(whole, weights, shifts.throughout);
  return {
    inside: units.map(({ inside }) => throughout + sumOf(inside, weights)),
    begins: units.map(({ edge }) => anywhere + sumOf(edge, weights, shifts.begins)),
    goesOn: units.map(({ edge }) => sumOf(edge, weights, shifts.goesOn)),
    ends: [...units.map(({ edge }) => sumOf(edge, weights, shifts.ends)), sumOf(over, weights, shifts.ends)],
  };
}

/** What the step from one state to the next before unit `at` adds. */
export function stepScore({ inside, begins, goesOn, ends }: Scores, at: number, from: number, to: number): number {
  const wasIn = from !== outside;
  if (to === outside) return wasIn ? (ends[at] ?? 0) : 0;
  if (to === going) return wasIn ? (inside[at] ?? 0) + (goesOn[at] ?? 0) : Number.NEGATIVE_INFINITY;
  return (inside[at] ?? 0) + (begins[at] ?? 0) + (wasIn ? (ends[at] ?? 0) : 0);
}

const isIn = (state: number): boolean => state !== outside;

/** The end of the turn ends what goes on. */
export const lastScore = ({ inside, ends }: Scores, from: number): number =>
  isIn(from) ? (ends[inside.length] ?? 0) : 0;

/**
 * How likely a turn holds a threat at all, 0 to 1: what speaks for its likeliest one, against none. All ways together would grow with the length
 * of the turn.
 */
export function likelihoodOf({ inside, begins, goesOn, ends }: Scores): number {
  let best = Number.NEGATIVE_INFINITY;
  let within = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < inside.length; at += 1) {
    within = (inside[at] ?? 0) + Math.max(begins[at] ?? 0, within + (goesOn[at] ?? 0));
    best = Math.max(best, within + (ends[at + 1] ?? 0));
  }
  return 1 / (1 + Math.exp(-best));
}

/** The likeliest threats of a turn, where each threat counts `lift` more. */
export function spansOf(scores: Scores, lift: number, insideLift = 0): Span[] {
  const lifted = {
    ...scores,
    inside: scores.inside.map((score) => score + insideLift),
    begins: scores.begins.map((score) => score + lift),
  };
  const backs: number[][] = [];
  let before = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < lifted.inside.length; at += 1) {
    const back: number[] = [];
    const sums = before;
    before = Array.from({ length: states }, (_, to) => {
      const ways = sums.map((sum, from) => sum + stepScore(lifted, at, from, to));
      const best = ways.indexOf(Math.max(...ways));
      back.push(best);
      return ways[best] ?? Number.NEGATIVE_INFINITY;
    });
    backs.push(back);
  }
  const ended = before.map((sum, from) => sum + lastScore(lifted, from));
  return spansIn(pathOf(backs, ended.indexOf(Math.max(...ended))));
}

function pathOf(backs: readonly number[][], last: number): number[] {
  const path: number[] = [];
  let state = last;
  for (const back of [...backs].reverse()) {
    path.push(state);
    state = back[state] ?? outside;
  }
  return path.reverse();
}

function spansIn(path: readonly number[]): Span[] {
  const spans: Span[] = [];
  path.forEach((state, at) => {
    const last = spans.at(-1);
    if (state === begun) spans.push({ first: at, last: at });
    else if (state === going && last) spans[spans.length - 1] = { ...last, last: at };
  });
  return spans;
}
