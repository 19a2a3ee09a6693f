import { everyMatch } from "../../platform/rules/index.ts";
import type { Talk } from "../talk/talk.ts";
import type { Candidate } from "./target-candidates.ts";
import type { Features } from "./target-features.ts";
import { scoreOf, type TargetWeights } from "./target-weights.ts";

/** A stretch that may be the party, as it would be written in the order, with every sign for and against it. */
export type Considered = { readonly candidate: Candidate; readonly written: string; readonly features: Features };

/** A word for a body, person or thing of so many characters is no name of its own. */
const bareMax = 4;

/** 楼下一个|棋牌室, 东头那家|饭店: where it is, before the word for its sort. */
const countedBefore = /^.*(?:[一那这有][个家间户位名])/u;

/** Whether the words are the word for a sort of party and no name: 物业, 饭店, 楼下一个棋牌室. */
export function isBare({ listening }: Talk, candidate: Pick<Candidate, "value">): boolean {
  const { people, venues } = listening.targetParts;
  const value = candidate.value.replace(countedBefore, "");
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

/** Where it is and what stands beside it is no second party. */
const noSecond = ["residence", "road", "village", "side", "beside", "noName", "inPlaceSpan"];

/** What a supplier's pipes and wires are called: its matter is told with it. */
const suppliedThing = /(?:管道?|管网|水表|电表|气表|变压器|电线杆?|电缆|光缆|阀门|暖气片?)$/u;

/** Candidates that are weighed against each other; the rest are too unlikely to count. */
const weighedMax = 24;
/** How far the learned likelihoods are sharpened: learned on few calls, they are too level. */
const sharpness = 1.25;
/** Stretches so alike name one party. */
const likeMin = 0.35;
const partMin = 3;

type Weighed = Considered & { readonly share: number; readonly pairs: ReadonlySet<string> };

/** The pairs of characters of a text, its marks left out. */
function pairsOf(text: string): ReadonlySet<string> {
  const words = text.replace(/[，。、（）]/gu, "");
  return new Set(Array.from({ length: words.length - 1 }, (_, at) => words.slice(at, at + 2)));
}

/** How well an answer serves where `wanted` is right: the same party or part of it, and how near in words (Dice over pairs of characters). */
function service(answer: ReadonlySet<string>, text: string, wanted: Weighed): number {
  let common = 0;
  for (const pair of answer) if (wanted.pairs.has(pair)) common += 1;
  if (common === 0) return 0;
  const alike = (2 * common) / (answer.size + wanted.pairs.size);
  const isPart = text.includes(wanted.written) || (text.length >= partMin && wanted.written.includes(text));
  return (alike >= likeMin || isPart ? 1 : 0) + alike / 2;
}

const expected = (answer: ReadonlySet<string>, text: string, weighed: readonly Weighed[]): number =>
  weighed.reduce((sum, each) => sum + each.share * service(answer, text, each), 0);

function weigh(all: readonly Considered[], { weights }: TargetWeights): Weighed[] {
  const ranked = all
    .map((each) => ({ each, score: scoreOf(each.features, weights) * sharpness }))
    .sort((a, b) => b.score - a.score)
    .slice(0, weighedMax);
  const top = ranked[0]?.score ?? 0;
  const sum = ranked.reduce((total, { score }) => total + Math.exp(score - top), 0);
  return ranked.map(({ each, score }) => ({
    ...each,
    share: Math.exp(score - top) / sum,
    pairs: pairsOf(each.written),
  }));
}

type Served = { readonly each: Weighed; readonly worth: number };

function bestOf(served: readonly Served[]): Served | undefined {
  return served.reduce<Served | undefined>((best, next) => (best && best.worth >= next.worth ? best : next), undefined);
}

/** How much less likely the name of a party may be than the word for its sort. */
const nameShare = 0.005;
const nameMax = 10;

/** 包工头范大海 rather than 包工头, and 好运来 rather than 棋牌室 where the caller said what it is called. */
function byName(talk: Talk, best: Weighed, weighed: readonly Weighed[]): Weighed {
  const { value } = best.candidate;
  if (!isBare(talk, best.candidate)) return best;
  const near = weighed.filter(
    ({ share, candidate }) => share >= best.share * nameShare && candidate.value.length <= nameMax,
  );
  const told = near.find(({ features }) => features.has("from:answered") || features.has("from:called"));
  const fuller = near.find(
    ({ candidate, features }) =>
      (features.has("from:body") || features.has("from:person")) &&
      candidate.value.length > value.length &&
      candidate.value.includes(value),
  );
  return told ?? fuller ?? best;
}

/** The other party whose name beside the first serves most over all likely answers. */
function secondOf(talk: Talk, first: Weighed, weighed: readonly Weighed[]): Served | undefined {
  const others = weighed.filter(
    ({ candidate, written, features }) =>
      !isBare(talk, candidate) && !areAlike(written, first.written) && !noSecond.some((sign) => features.has(sign)),
  );
  return bestOf(
    others.map((each) => ({
      each,
      worth: expected(new Set([...first.pairs, ...each.pairs]), `${first.written}、${each.written}`, weighed),
    })),
  );
}

/**
 * The party by which the order serves best over all that are likely (minimum Bayes risk): 永丰冷链冷库 and 永丰冷链 speak for each other
 * against a stray 湿毛巾. A second one is named beside it where that serves much better; best first. Empty when nothing may be one.
 */
export function choose(talk: Talk, all: readonly Considered[], weights: TargetWeights): Considered[] {
  const weighed = weigh(all, weights);
  const top = bestOf(weighed.map((each) => ({ each, worth: expected(each.pairs, each.written, weighed) })));
  if (!top) return [];
  const best = { ...top, each: byName(talk, top.each, weighed) };
  const supplied = best.each.features.has("from:supplier")
    ? weighed.find(({ candidate, features }) => !features.has("inPlaceSpan") && suppliedThing.test(candidate.value))
    : undefined;
  const second = secondOf(talk, best.each, weighed);
  const other = supplied ?? (second && second.worth > best.worth + weights.secondGain ? second.each : undefined);
  return [best.each, ...(other ? [other] : [])];
}
