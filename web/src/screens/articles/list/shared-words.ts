const words = /[\p{L}\p{N}]{2,}/gu;

/** Every two characters in a row that a question and a passage share: what to mark in the passage. */
export function sharedWords(question: string, passage: string): string[] {
  const pairs = [...question.matchAll(words)].flatMap(([run]) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  return [...new Set(pairs)].filter((pair) => passage.includes(pair));
}
