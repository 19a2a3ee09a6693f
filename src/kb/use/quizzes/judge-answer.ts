import { normalise } from "../../../platform/text/index.ts";
import { figureKeys } from "../figures-of.ts";
import type { QuizKind } from "./schema.ts";

const lettersOf = (text: string): string => normalise(text).text.replace(/[^\p{L}\p{N}.%]+/gu, "");

/** Whether an answer is right: the same words, or where one types, the same figures in other writing (三十日, 30日). */
export function isRight(kind: QuizKind, right: string, given: string): boolean {
  if (lettersOf(right) === lettersOf(given)) return true;
  const figures = figureKeys(right);
  return kind === "填空" && figures.length > 0 && figures.join() === figureKeys(given).join();
}
