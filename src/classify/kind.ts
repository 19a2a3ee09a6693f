import type { Kind } from "../orders/index.ts";
import { everyMatch, firstMatch, type PartRules, says } from "../platform/rules/index.ts";
import { type KindOpinion, likeKinds, wordsLike } from "./kind-model.ts";
import { type Place, type Places, placesOf } from "./kind-places.ts";
import type { KindContext } from "./kind-signs.ts";
import type { Restatement } from "./talk/restatement.ts";
import { asSaid, type Talk } from "./talk/talk.ts";

type KindRules = PartRules["kinds"];
type Signal = KindRules["signals"][number];

export type KindDecision = { readonly kind: Kind; readonly confidence: number; readonly why: string };

type Reason = { readonly kind: Kind; readonly weight: number; readonly words: string };

/** Softens the share into a confidence: a lone weak signal is not certainty. */
const sharpness = 0.6;
/** What a rule weighs beside the likelihoods of the model, and what one drawn from urgency and scope does: the model knows them too. */
const beside = { signals: 0.35, inferences: 0.5, temperature: 1.2 };
/** Where rules find nothing the model has to be heard so far; else the form of the sentences tells. */
const enough = 0.5;
/** Reasons that are told. */
const reasonsMax = 3;

function weigh(signal: Signal, places: readonly Place[], talk: Talk): Reason | null {
  const told = talk.citizenText;
  if (signal.and && !says(signal.and, told)) return null;
  if (signal.unless && says(signal.unless, told)) return null;
  const heard = places
    .flatMap(({ text, share }) => everyMatch(signal.words, text).map((match) => ({ text: match.text, share })))
    .sort((a, b) => b.share - a.share)
    .slice(0, signal.times ?? 1);
  const first = heard[0];
  if (!first) return null;
  const share = heard.reduce((sum, each) => sum + each.share, 0);
  return { kind: signal.kind, weight: signal.weight * share, words: `${signal.why}：“${asSaid(talk, first.text)}”` };
}

function inferred(rules: KindRules, context: KindContext): Reason[] {
  return (rules.inferences ?? [])
    .filter((each) => !each.urgentClass || each.urgentClass === context.urgentClass)
    .filter((each) => !each.scopes || each.scopes.includes(context.scope))
    .filter((each) => each.threat === undefined || each.threat === context.threatens)
    .map((each) => ({ kind: each.kind, weight: each.weight, words: `${each.clause}：${each.why}` }));
}

/** When nothing speaks for a kind: a call that only asks is a consultation, and so on by form. */
function byForm(rules: KindRules, places: Places, talk: Talk): KindDecision {
  const confidence = 1 / rules.kinds.length;
  for (const form of rules.forms ?? []) {
    const found = [...places.opening, ...places.citizen].flatMap(({ text }) => firstMatch(form.words, text) ?? [])[0];
    if (found) return { kind: form.kind, confidence, why: `${form.why}：“${asSaid(talk, found.text)}”` };
  }
  return { kind: rules.fallback, confidence, why: "没有明显的说法" };
}

type Total = { readonly kind: Kind; readonly own: readonly Reason[]; readonly weight: number };

function totalsOf(rules: KindRules, reasons: readonly Reason[]): Total[] {
  return rules.kinds.map(({ kind }) => {
    const own = reasons.filter((reason) => reason.kind === kind).sort((a, b) => b.weight - a.weight);
    return { kind, own, weight: own.reduce((sum, each) => sum + each.weight, 0) };
  });
}

const heaviest = (totals: readonly Total[]): Total | undefined => [...totals].sort((a, b) => b.weight - a.weight)[0];

/** A kind's weight by the rules and, as far as it is to be heard, by the model beside them. */
function bothWeights({ kind, weight }: Total, drawn: readonly Reason[], like: KindOpinion | null): number {
  const alone = weight * sharpness;
  if (!like) return alone;
  const ofDrawn = drawn.reduce((sum, each) => sum + (each.kind === kind ? each.weight : 0), 0);
  const ruled = (weight - ofDrawn + beside.inferences * ofDrawn) * beside.signals;
  const both = (ruled + (like.scores.get(kind) ?? Number.NEGATIVE_INFINITY)) / beside.temperature;
  return like.share * both + (1 - like.share) * alone;
}

/** The softmax share of a total among all. */
function shareOf(best: Total, totals: readonly Total[]): number {
  const sum = totals.reduce((all, { weight }) => all + Math.exp(weight - best.weight), 0);
  return Math.round(100 / sum) / 100;
}

/**
 * 诉求性质 (S4 5.2.4.1): the kind whose evidence weighs most. What opens the matter, what the agent read back and what is
 * wanted count whole, what is told in passing counts less. A model of past calls gives a second opinion that is weighed with the rules';
 * where it turns the scale the reason says so. Confidence is the softmax share of the winner.
 */
export function kindOf(
  rules: KindRules,
  talk: Talk,
  restatement: Restatement | null,
  context: KindContext,
): KindDecision {
  const places = placesOf(rules.later ?? 1, talk, restatement);
  const signalled = rules.signals.flatMap((signal) => weigh(signal, places[signal.who], talk) ?? []);
  const drawn = inferred(rules, context);
  const totals = totalsOf(rules, [...signalled, ...drawn]);
  const ruled = heaviest(totals);
  const like = likeKinds(talk, restatement, context);
  if (!ruled || (ruled.weight <= 0 && (like?.share ?? 0) < enough)) return byForm(rules, places, talk);
  const weighed = totals.map((total) => ({ ...total, weight: bothWeights(total, drawn, like) }));
  const best = heaviest(weighed) ?? ruled;
  const isLearned = best.kind !== ruled.kind || best.own.length === 0;
  const learned = isLearned ? wordsLike(talk, restatement, best.kind, ruled.kind) : null;
  const why = [
    ...(isLearned ? [`${rules.clause}：像过去的${best.kind}件${learned ? `：“${learned}”` : ""}`] : []),
    ...best.own.slice(0, reasonsMax).map((reason) => reason.words),
  ];
  return { kind: best.kind, confidence: shareOf(best, weighed), why: why.join("；") };
}
