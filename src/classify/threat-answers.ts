import { type Matchers, says } from "../platform/rules/index.ts";
import type { Talk, Turn } from "./talk/talk.ts";

/**
 * How the agent answers: for each of his turns the classes of words in it, `threatParts.heeds` of one who has heard a threat and
 * `threatParts.passes` of one who goes on as with any call; `heeded` has the former alone.
 */
export type Answers = {
  readonly names: readonly (readonly string[])[];
  readonly heeded: readonly (readonly string[])[];
};

const known = new WeakMap<Talk, Answers>();

const namesIn = (words: Readonly<Record<string, Matchers>>, { text }: Turn): string[] =>
  Object.entries(words).flatMap(([name, each]) => (says(each, text) ? [name] : []));

/** How the agent answers in each of his turns, read once a call. */
export function answersOf(talk: Talk): Answers {
  const read = known.get(talk);
  if (read) return read;
  const { heeds, passes } = talk.listening.threatParts;
  const heeded = talk.agent.map((turn) => namesIn(heeds, turn));
  const answers = {
    names: talk.agent.map((turn, at) => [...(heeded[at] ?? []), ...namesIn(passes, turn)]),
    heeded,
  };
  known.set(talk, answers);
  return answers;
}

/** Whether the agent answers anywhere as one does who has heard a threat. */
export const isHeeded = (talk: Talk): boolean => answersOf(talk).heeded.some((names) => names.length > 0);

/** Agents promise haste to soothe any caller: beside what each turn is answered it tells nothing of a call. */
const hastens = "紧急";

/** Whether the agent does more than promise haste. */
export const isTakenToHeart = (talk: Talk): boolean =>
  answersOf(talk).heeded.some((names) => names.some((name) => name !== hastens));

/** Turns of the caller that the agent heeds in one of the two turns that follow. */
export function heededTurns(talk: Talk): Turn[] {
  const { heeded } = answersOf(talk);
  const isHeeding = (at: number): boolean => (heeded[at]?.length ?? 0) > 0;
  let next = 0;
  return talk.citizen.filter((turn) => {
    while ((talk.agent[next]?.at ?? Number.POSITIVE_INFINITY) <= turn.at) next += 1;
    return isHeeding(next) || isHeeding(next + 1);
  });
}

/** A turn that is not there holds a threat as likely as this. */
const leastLikelihood = 1e-6;

/** What speaks for a likelihood: its odds as a logarithm, halved to stand beside signs of one. */
function oddsOf(likelihood: number): number {
  const likely = Math.min(Math.max(likelihood, leastLikelihood), 1 - leastLikelihood);
  return Math.log(likely / (1 - likely)) / 2;
}

/** By name what tells whether a call holds a threat: the likelihoods of its turns, and how the agent answers. */
export function callSigns(talk: Talk, likelihoods: readonly number[]): Readonly<Record<string, number>> {
  const [likeliest = 0, second = 0] = [...likelihoods].sort((one, other) => other - one);
  const signs: Record<string, number> = { bias: 1, bare: Number(talk.isBare) };
  for (const name of answersOf(talk).names.flat()) if (name !== hastens) signs[name] = 1;
  return { ...signs, likeliest: oddsOf(likeliest), second: oddsOf(second) };
}

/** How likely a call holds a threat, 0 to 1, by the weights of its signs. */
export function chanceOf(signs: Readonly<Record<string, number>>, weights: Readonly<Record<string, number>>): number {
  const sum = Object.entries(signs).reduce((all, [name, value]) => all + value * (weights[name] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
