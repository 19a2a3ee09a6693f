import type { Kind, Scope, UrgentClass } from "../orders/index.ts";
import { everyMatch, firstMatch, type PartRules, says } from "../platform/rules/index.ts";
import { type Place, type Places, placesOf } from "./kind-places.ts";
import type { Restatement } from "./talk/restatement.ts";
import type { Talk } from "./talk/talk.ts";

type KindRules = PartRules["kinds"];
type Signal = KindRules["signals"][number];

export type KindDecision = { readonly kind: Kind; readonly confidence: number; readonly why: string };

/** What was decided before the kind and bears on it. */
export type KindContext = {
  readonly urgentClass: UrgentClass | null;
  readonly threatens: boolean;
  readonly scope: Scope;
};

type Reason = { readonly kind: Kind; readonly weight: number; readonly words: string };

/** Softens the share into a confidence: a lone weak signal is not certainty. */
const sharpness = 0.6;
/** Reasons that are told. */
const reasonsMax = 3;

function weigh(signal: Signal, places: readonly Place[], told: string): Reason | null {
  if (signal.and && !says(signal.and, told)) return null;
  if (signal.unless && says(signal.unless, told)) return null;
  const heard = places
    .flatMap(({ text, share }) => everyMatch(signal.words, text).map((match) => ({ text: match.text, share })))
    .sort((a, b) => b.share - a.share)
    .slice(0, signal.times ?? 1);
  const first = heard[0];
  if (!first) return null;
  const share = heard.reduce((sum, each) => sum + each.share, 0);
  return { kind: signal.kind, weight: signal.weight * share, words: `${signal.why}：“${first.text}”` };
}

function inferred(rules: KindRules, context: KindContext): Reason[] {
  return (rules.inferences ?? [])
    .filter((each) => !each.urgentClass || each.urgentClass === context.urgentClass)
    .filter((each) => !each.scopes || each.scopes.includes(context.scope))
    .filter((each) => each.threat === undefined || each.threat === context.threatens)
    .map((each) => ({ kind: each.kind, weight: each.weight, words: `${each.clause}：${each.why}` }));
}

/** When nothing speaks for a kind: a call that only asks is a consultation, and so on by form. */
function byForm(rules: KindRules, places: Places): KindDecision {
  const confidence = 1 / rules.kinds.length;
  for (const form of rules.forms ?? []) {
    const found = [...places.opening, ...places.citizen].flatMap(({ text }) => firstMatch(form.words, text) ?? [])[0];
    if (found) return { kind: form.kind, confidence, why: `${form.why}：“${found.text}”` };
  }
  return { kind: rules.fallback, confidence, why: "没有明显的说法" };
}

/**
 * 诉求性质 (S4 5.2.4.1): the kind whose evidence weighs most. What opens the matter, what the agent read back and what is
 * wanted count whole, what is told in passing counts less. Confidence is the softmax share of the winner.
 */
export function kindOf(
  rules: KindRules,
  talk: Talk,
  restatement: Restatement | null,
  context: KindContext,
): KindDecision {
  const places = placesOf(rules.later ?? 1, talk, restatement);
  const told = talk.citizenText;
  const reasons = [
    ...rules.signals.flatMap((signal) => weigh(signal, places[signal.who], told) ?? []),
    ...inferred(rules, context),
  ];
  const totals = rules.kinds.map(({ kind }) => {
    const own = reasons.filter((reason) => reason.kind === kind).sort((a, b) => b.weight - a.weight);
    return { kind, own, weight: own.reduce((sum, each) => sum + each.weight, 0) };
  });
  const best = [...totals].sort((a, b) => b.weight - a.weight)[0];
  if (!best || best.weight <= 0) return byForm(rules, places);
  const sum = totals.reduce((total, { weight }) => total + Math.exp(weight * sharpness), 0);
  const confidence = Math.round((Math.exp(best.weight * sharpness) / sum) * 100) / 100;
  const why = best.own.slice(0, reasonsMax).map((reason) => reason.words);
  return { kind: best.kind, confidence, why: why.join("；") };
}
