import type { HitQuestion } from "../../../types-knowledge.ts";

export type TypedQuestion = { id?: string; text: string; expected: string[]; at?: string };

/** One question a line, a tab, then the numbers of its articles: as a table is pasted. Nothing behind: the base has none. */
export const linesOf = (questions: readonly HitQuestion[]): string =>
  questions.map(({ text, expected, at }) => [text, expected.join(" "), ...(at ? [at] : [])].join("\t")).join("\n");

/** Reads such lines. A question that was there before keeps its name, so that runs can be held against each other. */
export function questionsOf(lines: string, before: readonly HitQuestion[]): TypedQuestion[] {
  const known = new Map(before.map(({ id, text }) => [text, id]));
  return lines
    .split("\n")
    .map((line) => line.split("\t").map((cell) => cell.trim()))
    .filter(([text]) => text)
    .map(([text = "", expected = "", at]) => {
      const id = known.get(text);
      return {
        ...(id === undefined ? {} : { id }),
        text,
        expected: expected.split(/[\s,，、;；]+/).filter(Boolean),
        ...(at ? { at } : {}),
      };
    });
}
