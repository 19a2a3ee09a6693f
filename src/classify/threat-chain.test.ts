import { expect, test } from "vitest";
import { likelihoodOf, type Scores, spansOf } from "./threat-chain.ts";

const scores: Scores = {
  inside: [-2, 1.5, 0.5, -3],
  begins: [-1, 0.4, -2, -1],
  goesOn: [0, -0.3, 0.2, 0.1],
  ends: [0, -0.5, 0.3, 0.7, -0.2],
};

/** The score of one way through four pieces: 0 outside, 1 where a threat begins, 2 where it goes on; null where none may go on. */
function scoreOf(states: readonly number[]): number | null {
  let sum = 0;
  let before = 0;
  for (const [at, state] of [...states, 0].entries()) {
    if (state === 2 && before === 0) return null;
    if (before > 0 && state < 2) sum += scores.ends[at] ?? 0;
    if (state > 0) sum += (scores.inside[at] ?? 0) + ((state === 1 ? scores.begins[at] : scores.goesOn[at]) ?? 0);
    before = state;
  }
  return sum;
}

const ways = Array.from({ length: 3 ** 4 }, (_, each) => [0, 1, 2, 3].map((at) => Math.floor(each / 3 ** at) % 3));
const scored = ways.flatMap((states) => {
  const score = scoreOf(states);
  return score === null ? [] : [{ states, score }];
});

test("the likelihood of a threat is what speaks for the likeliest one against none", () => {
  const threats = scored.filter(({ states }) => /^0*12*0*$/u.test(states.join("")));
  const best = Math.max(...threats.map(({ score }) => score));
  expect(likelihoodOf(scores)).toBeCloseTo(Math.exp(best) / (1 + Math.exp(best)), 10);
});

test("the likelihood does not grow with the length of a turn", () => {
  const long = (times: number): Scores => ({
    inside: Array.from({ length: times }, () => -2),
    begins: Array.from({ length: times }, () => -1),
    goesOn: Array.from({ length: times }, () => 0),
    ends: Array.from({ length: times + 1 }, () => 0),
  });
  expect(likelihoodOf(long(2000))).toBeCloseTo(likelihoodOf(long(4)), 10);
});

test("the spans are those of the best way", () => {
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  expect(best.states).toEqual([0, 1, 2, 0]);
  expect(spansOf(scores, 0)).toEqual([{ first: 1, last: 2 }]);
});

test("nothing is quoted of a turn without words", () => {
  const empty: Scores = { inside: [], begins: [], goesOn: [], ends: [0] };
  expect([likelihoodOf(empty), spansOf(empty, 9)]).toEqual([0, []]);
});
