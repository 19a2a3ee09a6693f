import { z } from "zod";
import {
  classify,
  type FeatureSettings,
  type Model,
  Packed,
  shippedOnce,
  unpackModel,
} from "../platform/learn/index.ts";

/** How the shipped weights read lines of an agent; scripts/train-service.ts trains with the same. */
export const serviceSettings: FeatureSettings = { gramLengthMax: 3, withWords: false, withMarks: true, hashBits: 17 };

/** The label of a line that holds nothing against the agent; all others are items of the rubric. */
export const ordinaryLine = "无";

/** The file models/service/weights.json: what scripts/train-service.ts writes. */
export const ServiceWeights = z.object({ version: z.literal(1), trainedRows: z.int(), lines: Packed });
export type ServiceWeights = z.infer<typeof ServiceWeights>;

const shippedModel = shippedOnce(
  "service/weights.json",
  (file): Model => unpackModel(ServiceWeights.parse(file).lines),
);

/** From this confidence on the model's word is looked at where the rules are silent, and from the next it stands by itself. */
const heardAt = 0.5;
export const sureAt = 0.6;

/** Sentences of a line with their marks. */
export const sentencesOf = (plain: string): string[] => plain.match(/[^。！？]+[。！？]*/gu) ?? [];

export type ServiceFault = { item: string; words: string; confidence: number };

const known = new WeakMap<object, readonly ServiceFault[]>();

/** The items that a line of the agent is held against by the learned model, each with the sentence; none without a model. */
export function serviceFaultsIn(line: { readonly plain: string }): readonly ServiceFault[] {
  const before = known.get(line);
  if (before) return before;
  const model = shippedModel();
  const parts = model ? sentencesOf(line.plain) : [];
  const texts = parts.length > 1 ? [...parts, line.plain] : parts;
  const found = model ? texts.flatMap((text) => faultOf(model, text)) : [];
  known.set(line, found);
  return found;
}

function faultOf(model: Model, text: string): ServiceFault[] {
  const { label, confidence } = classify(model, text);
  return label !== ordinaryLine && confidence >= heardAt ? [{ item: label, words: text, confidence }] : [];
}

/** What the model holds against the agent in a line under an item, the surest sentence; null where it holds nothing. */
export function learnedFault(line: { readonly plain: string }, item: string): ServiceFault | null {
  const faults = serviceFaultsIn(line).filter((fault) => fault.item === item);
  return faults.reduce<ServiceFault | null>(
    (best, each) => (best && best.confidence >= each.confidence ? best : each),
    null,
  );
}
