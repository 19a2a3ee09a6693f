import { everyMatch } from "../../platform/rules/index.ts";
import type { Talk } from "../talk/talk.ts";
import type { Candidate } from "./target-candidates.ts";
import type { Features } from "./target-features.ts";
import { scoreOf, type TargetWeights } from "./target-weights.ts";

/** A stretch that may be the party, with every sign for and against it. */
export type Considered = { readonly candidate: Candidate; readonly features: Features };

/** A word for a body, person or thing of so many characters is no name of its own. */
const bareMax = 4;
/** A name for the same party stands in for a word for it when it scores this close. */
const namedWithin = 5;
const fullerMax = 10;

/** Whether the words are the word for a sort of party and no name: 物业, 饭店. */
export function isBare({ listening }: Talk, { value }: Candidate): boolean {
  const { people, venues } = listening.targetParts;
  return (
    value.length <= bareMax &&
    [listening.organisations, people, venues, listening.things].some((words) =>
      everyMatch(words, value).some(({ length }) => length === value.length),
    )
  );
}

/** Two characters in common make them one party told twice. */
export function areAlike(left: string, right: string): boolean {
  for (let at = 0; at + 1 < left.length; at += 1) if (right.includes(left.slice(at, at + 2))) return true;
  return false;
}

/** Stretches without a list of words behind them, and those only turned to or passed by, are no second party; neither is a bare 窗口. */
const noSecond = ["onlyWords", "from:subject", "turnedTo", "beside", "public", "inPlaceSpan", "noName"];

/** What a supplier's pipes and wires are called: its matter is told with it. */
const suppliedThing = /(?:管道?|管网|水表|电表|气表|变压器|电线杆?|电缆|光缆|阀门|暖气片?)$/u;

/** A stretch as it would be written in the order. */
export type Writer = (candidate: Candidate) => string;

type Ranked = Considered & { readonly score: number };
type Agreed = Ranked & { readonly worth: number };

/** 包工头范大海 rather than 包工头, and 好运来 rather than 棋牌室 where the caller said what it is called. */
function byName(talk: Talk, best: Ranked, ranked: readonly Ranked[]): Ranked {
  const { value } = best.candidate;
  const isNear = ({ score }: Ranked): boolean => best.score - score <= namedWithin;
  const fuller = ranked.find(
    (each) =>
      isNear(each) &&
      (each.features.has("from:body") || each.features.has("from:person")) &&
      each.candidate.value.length > value.length &&
      each.candidate.value.length <= fullerMax &&
      each.candidate.value.includes(value),
  );
  const told = ranked.find(
    (each) => isNear(each) && (each.features.has("from:answered") || each.features.has("from:called")),
  );
  return (isBare(talk, best.candidate) ? (told ?? fuller) : fuller) ?? best;
}

/** Stretches so alike name one party; nearer ones speak for each other more. */
const likeMin = 0.35;
const gain = (alike: number): number => ((alike >= likeMin ? 1 : 0) + alike) / 2;

/** Candidates that are weighed against each other; the rest are too unlikely to count. */
const weighedMax = 24;

/** The pairs of characters of a text. */
function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
}

/** How far two stretches name the same: pairs of characters in common (Dice). */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of left) if (right.has(pair)) common += 1;
  return (2 * common) / (left.size + right.size);
}

/**
 * The stretch that the likely ones agree with most (minimum Bayes risk): 永丰冷链冷库 and 永丰冷链 speak for each other against a
 * stray 湿毛巾.
 */
function byAgreement(ranked: readonly Ranked[], written: Writer): Agreed[] {
  const top = ranked[0]?.score ?? 0;
  const weighed = ranked.slice(0, weighedMax).map((each) => ({
    each,
    share: Math.exp(each.score - top),
    pairs: pairsOf(written(each.candidate)),
  }));
  return weighed
    .map(({ each, pairs }) => ({
      ...each,
      worth: weighed.reduce((sum, other) => sum + other.share * gain(likeness(pairs, other.pairs)), 0),
    }))
    .sort((a, b) => b.worth - a.worth);
}

/** The party and, where a second stands close to it, that one too; best first. Empty when nothing was said that may be one. */
export function choose(talk: Talk, all: readonly Considered[], weights: TargetWeights, written: Writer): Candidate[] {
  const ranked = all
    .map((each): Ranked => ({ ...each, score: scoreOf(each.features, weights.weights) }))
    .sort((a, b) => b.score - a.score);
  const agreed = byAgreement(ranked, written);
  const top = agreed[0];
  if (!top) return [];
  const best = byName(talk, top, ranked);
  const second = agreed.find(
    ({ candidate, features, worth }) =>
      worth >= top.worth * weights.secondWithin &&
      !isBare(talk, candidate) &&
      !areAlike(candidate.value, best.candidate.value) &&
      !noSecond.some((sign) => features.has(sign)),
  );
  const supplied = best.features.has("from:supplier")
    ? agreed.find(({ candidate, features }) => !features.has("inPlaceSpan") && suppliedThing.test(candidate.value))
    : undefined;
  const other = supplied ?? second;
  return [best.candidate, ...(other ? [other.candidate] : [])];
}
