import { z } from "zod";
import {
  classify,
  type Example,
  type FeatureSettings,
  type Model,
  Packed,
  shippedOnce,
  unpackModel,
} from "../platform/learn/index.ts";

/** How the shipped weights read answers; scripts/train-answers.ts trains with the same. */
export const answerSettings: FeatureSettings = { gramLengthMax: 2, withWords: false, withMarks: true, hashBits: 16 };

/** The file models/answers/weights.json: what scripts/train-answers.ts writes. */
export const AnswerWeights = z.object({ version: z.literal(1), contacted: Packed, resolved: Packed });
export type AnswerWeights = z.infer<typeof AnswerWeights>;

export type AnswersModel = Record<"contacted" | "resolved", Model>;

/** What the model reads of an answer: its plain words and the value that the rules see in them. */
export const answerExample = (plain: string, byRules: string | null): Example => ({
  fields: [plain],
  flags: [`rules ${byRules ?? "silent"}`],
});

/** What the rules read stands unless the model is at least this sure of something else. */
const sureOfOther = 0.5;

/** The value read in an answer by rules and model together; 未答 is one. */
export function answerByModel(
  model: AnswersModel,
  topic: keyof AnswersModel,
  plain: string,
  byRules: string | null,
): string {
  const { label, confidence } = classify(model[topic], answerExample(plain, byRules));
  return byRules !== null && confidence < sureOfOther ? byRules : label;
}

/** The model that ships with the program. */
export const shippedAnswersModel = shippedOnce("answers/weights.json", (file): AnswersModel => {
  const { contacted, resolved } = AnswerWeights.parse(file);
  return { contacted: unpackModel(contacted), resolved: unpackModel(resolved) };
});
