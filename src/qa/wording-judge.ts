import { type Classification, classify, confidencesOf, type Example } from "../platform/learn/index.ts";
import { Severity } from "./schema.ts";
import type { Hit } from "./wording-hit.ts";
import type { WordingModel } from "./wording-weights.ts";

/** Labels of the model that tells leading sentences. */
export const leadingLabel = "leading";
export const neutralLabel = "neutral";

/** From this confidence on the model's type goes before that of the rules. */
const sureOfType = 0.6;

export type Thresholds = Pick<WordingModel, "findAt" | "vetoBelow" | "strongVetoBelow">;

export type Judgement = { engine: "rules" | "learned"; type: string; severity: Severity; confidence: number };

/** The model's confidence that a sentence leads. */
export function leadingShare(model: WordingModel, example: Example): number {
  return confidencesOf(model.leading, example)[model.leading.labels.indexOf(leadingLabel)] ?? 0;
}

/** A find of the rules from this confidence on is dropped only far below. */
const strongSign = 0.85;

/** Whether a sentence leads: what the rules find does unless the model denies it, and what the model alone is sure of. */
export function leads(hit: Hit | null, share: number, { findAt, vetoBelow, strongVetoBelow }: Thresholds): boolean {
  if (hit && hit.sign.confidence >= strongSign) return share >= strongVetoBelow;
  return share >= (hit ? vetoBelow : findAt);
}

/** What rules and model say together, null for a neutral sentence. Without a model the rules stand alone. */
export function judge(model: WordingModel | null, example: Example, hit: Hit | null): Judgement | null {
  if (!model) return hit && byRules(hit, hit.entry.type);
  const share = leadingShare(model, example);
  if (!leads(hit, share, model)) return null;
  if (!hit) return byModel(model, example, share);
  const type = classify(model.type, example);
  return byRules(hit, type.confidence >= sureOfType ? type.label : hit.entry.type);
}

function byRules({ sign }: Hit, type: string): Judgement {
  return { engine: "rules", type, severity: sign.severity, confidence: sign.confidence };
}

function byModel(model: WordingModel, example: Example, confidence: number): Judgement {
  const type: Classification = classify(model.type, example);
  const severity = Severity.parse(classify(model.severity, example).label);
  return { engine: "learned", type: type.label, severity, confidence };
}
