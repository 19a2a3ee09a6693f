import { lastScore, type Scores, scoresOf, states, stepScore } from "../src/classify/threat-chain.ts";
import { places, type SignedTurn, type Signs, shifts, throughoutShare } from "../src/classify/threat-signs.ts";
import { seededRandom, shuffled } from "../src/platform/learn/random.ts";

/** A turn with the state of each unit: 0 outside of a threat, 1 where one begins, 2 where it goes on. */
export type MarkedTurn = { readonly signed: SignedTurn; readonly states: readonly number[] };

/** How often all turns are gone through, how far each step goes, and what settles their order. */
export type FitOptions = { readonly rounds: number; readonly rate: number; readonly seed: number };

/** Weights of signs that make what people marked likely (a linear-chain conditional random field), by AdaGrad, turn by turn. */
export function fitChain(turns: readonly MarkedTurn[], { rounds, rate, seed }: FitOptions): Float32Array {
  const weights = new Float32Array(places);
  const squares = new Float32Array(places);
  const random = seededRandom(seed);
  const step = ({ at, value }: Signs, slope: number, shift = 0): void => {
    if (Math.abs(slope) < 1e-5) return;
    for (let each = 0; each < at.length; each += 1) {
      const place = (at[each] ?? 0) ^ shift;
      const up = slope * (value[each] ?? 0);
      squares[place] = (squares[place] ?? 0) + up * up;
      weights[place] = (weights[place] ?? 0) + (rate * up) / Math.sqrt((squares[place] ?? 0) + 0.01);
    }
  };
  const mean = new Float32Array(places);
  for (let round = 0; round < rounds; round += 1) {
    for (const which of shuffled(turns.length, random)) {
      const turn = turns[which];
      if (turn) learn(turn, scoresOf(turn.signed, weights), step);
    }
    if (2 * round >= rounds)
      weights.forEach((weight, place) => {
        mean[place] = (mean[place] ?? 0) + weight / Math.floor(rounds / 2);
      });
  }
  return mean;
}

/** How much likelier than found each of the three kinds of signs should be at each place. */
function learn(
  { signed, states: marked }: MarkedTurn,
  scores: Scores,
  step: (signs: Signs, slope: number, shift?: number) => void,
): void {
  const length = scores.inside.length;
  const ahead = forwards(scores);
  const back = backwards(scores);
  const all = logSum((ahead.at(-1) ?? [0]).map((sum, from) => sum + lastScore(scores, from)));
  let anywhere = 0;
  let throughout = 0;
  for (let at = 0; at <= length; at += 1) {
    let inside = 0;
    let begins = 0;
    let ends = 0;
    let goes = 0;
    for (let from = 0; from < states; from += 1) {
      const before = at === 0 ? (from === 0 ? 0 : Number.NEGATIVE_INFINITY) : (ahead[at - 1]?.[from] ?? 0);
      for (let to = 0; to < states; to += 1) {
        if (at === length && to > 0) continue;
        const score = at === length ? lastScore(scores, from) : stepScore(scores, at, from, to);
        const behind = at === length ? 0 : (back[at]?.[to] ?? 0);
        const likely = Math.exp(before + score + behind - all);
        if (to > 0) inside += likely;
        if (to === 1) begins += likely;
        if (to === 2) goes += likely;
        if (from > 0 && to < 2) ends += likely;
      }
    }
    const to = at === length ? 0 : (marked[at] ?? 0);
    const from = at === 0 ? 0 : (marked[at - 1] ?? 0);
    const unit = signed.units[at];
    if (unit) {
      throughout += (to > 0 ? 1 : 0) - inside;
      anywhere += (to === 1 ? 1 : 0) - begins;
      step(unit.inside, (to > 0 ? 1 : 0) - inside);
      step(unit.edge, (to === 1 ? 1 : 0) - begins, shifts.begins);
      step(unit.edge, (to === 2 ? 1 : 0) - goes, shifts.goesOn);
    }
    step(unit?.edge ?? signed.over, (from > 0 && to < 2 ? 1 : 0) - ends, shifts.ends);
  }
  step(signed.whole, anywhere);
  step(signed.whole, throughoutShare * throughout, shifts.throughout);
}

function logSum(values: readonly number[]): number {
  const top = Math.max(...values);
  if (top === Number.NEGATIVE_INFINITY) return top;
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
}

/** For each unit the log of all ways to be in each state there. */
function forwards(scores: Scores): number[][] {
  const all: number[][] = [];
  let before = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < scores.inside.length; at += 1) {
    before = Array.from({ length: states }, (_, to) =>
      logSum(before.map((sum, from) => sum + stepScore(scores, at, from, to))),
    );
    all.push(before);
  }
  return all;
}

/** For each unit the log of all ways to go on from each state there. */
function backwards(scores: Scores): number[][] {
  const length = scores.inside.length;
  const all: number[][] = [];
  let behind = Array.from({ length: states }, (_, from) => lastScore(scores, from));
  for (let at = length - 1; at >= 0; at -= 1) {
    all.unshift(behind);
    behind = Array.from({ length: states }, (_, from) =>
      logSum(behind.map((sum, to) => sum + stepScore(scores, at, from, to))),
    );
  }
  return all;
}
