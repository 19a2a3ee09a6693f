import { z } from "zod";
import {
  confidencesOf,
  type Example,
  type FeatureSettings,
  type Model,
  Packed,
  shippedOnce,
  unpackModel,
} from "../platform/learn/index.ts";
import { type Clause, clausesOf, sentencesOf } from "../platform/text/index.ts";
import { spanMax, type Threat } from "./elements/threat.ts";
import type { Talk, Turn } from "./talk/talk.ts";
import type { Urgency } from "./urgency.ts";

/** How the shipped weights read clauses of a caller; scripts/train-threat.ts trains with the same. */
export const threatSettings: FeatureSettings = { gramLengthMax: 3, withWords: false, withMarks: false, hashBits: 16 };

/** The labels of a clause. */
export const threatening = "威胁";
export const ordinary = "无";

/** The file models/threat/weights.json: what scripts/train-threat.ts writes. */
export const ThreatWeights = z.object({ version: z.literal(1), trainedRows: z.int(), clauses: Packed });
export type ThreatWeights = z.infer<typeof ThreatWeights>;

const shippedModel = shippedOnce(
  "threat/weights.json",
  (file): Model => unpackModel(ThreatWeights.parse(file).clauses),
);

/** A clause of the caller with the sentence it stands in. */
export type SpokenClause = { readonly turn: Turn; readonly clause: Clause; readonly sentence: Clause };

/** All clauses of the caller, and how each is read: with what the agent says to it. */
export function spokenClauses(talk: Talk): { spoken: SpokenClause; example: Example }[] {
  return talk.citizen.flatMap((turn) => {
    const reply = talk.agent.find(({ at }) => at > turn.at)?.text ?? "";
    return sentencesOf(turn.text).flatMap((sentence) =>
      clausesOf(sentence.text).map(({ text, start, end }) => {
        const clause = { text, start: sentence.start + start, end: sentence.start + end };
        return { spoken: { turn, clause, sentence }, example: { fields: [text, reply] } };
      }),
    );
  });
}

/** From this confidence on words are a threat: where it is known that somebody threatens, and where the agent calls urgent what fits no class. */
const threatFrom = { unstable: 0.05, unnamed: 0.35 };

/**
 * The threat of an urgent call in which no rule hears one, and people heard one in calls like it (附录C.4). Null where words are heard that
 * make it urgent for another reason (a gas leak or a rescue is told in like words), and without a model: the rules then stand alone.
 */
export function learnedThreat(talk: Talk, urgency: Urgency, model = shippedModel()): Threat | null {
  const isUnstable = urgency.urgentClass === "不稳定因素";
  if (urgency.urgent !== "紧急" || !model || (!isUnstable && urgency.heard.length > 0)) return null;
  const surest = surestClause(talk, model);
  if (!surest || surest.confidence < (isUnstable ? threatFrom.unstable : threatFrom.unnamed)) return null;
  const { turn, clause, sentence } = surest.spoken;
  const { start, end } = sentence.end - sentence.start <= spanMax ? sentence : clause;
  return { turn, start, end: Math.min(end, start + spanMax), reported: false };
}

/** The clause that the model holds for a threat most surely. */
export function surestClause(talk: Talk, model: Model): { spoken: SpokenClause; confidence: number } | undefined {
  const place = model.labels.indexOf(threatening);
  return spokenClauses(talk)
    .map(({ spoken, example }) => ({ spoken, confidence: confidencesOf(model, example)[place] ?? 0 }))
    .sort((one, other) => other.confidence - one.confidence)[0];
}
