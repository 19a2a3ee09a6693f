import type { Kind } from "../orders/index.ts";
import { firstMatch, type PartRules } from "../platform/rules/index.ts";
import type { Restatement } from "./talk/restatement.ts";
import { substantialTurns } from "./talk/substance.ts";
import type { Talk } from "./talk/talk.ts";

type KindRules = PartRules["kinds"];
type Signal = KindRules["signals"][number];

export type KindDecision = { readonly kind: Kind; readonly confidence: number; readonly why: string };

/** Turns of the caller in which the matter is opened. */
const openingTurns = 2;
/** How much of a long turn is its opening, in characters. */
const openingChars = 120;
/** Softens the share into a confidence: a lone weak signal is not certainty. */
const sharpness = 0.6;

function textsFor(signal: Signal, talk: Talk, restatement: Restatement | null): string[] {
  if (signal.who === "agent") return talk.agent.map((turn) => turn.text);
  if (signal.who === "restatement") return restatement ? [restatement.turn.text] : [];
  if (signal.who === "opening")
    return substantialTurns(talk)
      .slice(0, openingTurns)
      .map((turn) => turn.text.slice(0, openingChars));
  return talk.citizen.map((turn) => turn.text);
}

function heardIn(signal: Signal, texts: readonly string[]): string | null {
  for (const text of texts) {
    const found = firstMatch(signal.words, text);
    if (found) return found.text;
  }
  return null;
}

/** 诉求性质: the kind whose signals weigh most. Confidence is the softmax share of the winner. */
export function kindOf(rules: KindRules, talk: Talk, restatement: Restatement | null): KindDecision {
  const totals = new Map<Kind, { weight: number; reasons: string[] }>(
    rules.kinds.map(({ kind }) => [kind, { weight: 0, reasons: [] }]),
  );
  for (const signal of rules.signals) {
    const total = totals.get(signal.kind);
    const words = total ? heardIn(signal, textsFor(signal, talk, restatement)) : null;
    if (!total || words === null) continue;
    total.weight += signal.weight;
    total.reasons.push(`${signal.why}：“${words}”`);
  }
  const ranked = [...totals].sort(([, a], [, b]) => b.weight - a.weight);
  const best = ranked[0];
  if (!best || best[1].weight <= 0) return { kind: rules.fallback, confidence: 1 / totals.size, why: "没有明显的说法" };
  const sum = ranked.reduce((total, [, { weight }]) => total + Math.exp(weight * sharpness), 0);
  const confidence = Math.exp(best[1].weight * sharpness) / sum;
  return { kind: best[0], confidence: Math.round(confidence * 100) / 100, why: best[1].reasons.slice(0, 3).join("；") };
}
