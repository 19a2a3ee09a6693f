const isWordChar = (char: string | undefined) => char !== undefined && /[\p{Script=Han}\p{L}\p{N}]/u.test(char);

/** The longest runs of two characters or more that a question and a passage share: what to mark in the passage. */
export function sharedWords(question: string, passage: string): string[] {
  const found = new Set<string>();
  for (let start = 0; start < question.length; ) {
    let end = start;
    while (isWordChar(question[end]) && passage.includes(question.slice(start, end + 1))) end++;
    if (end - start >= 2) found.add(question.slice(start, end));
    start = Math.max(end, start + 1);
  }
  return [...found];
}
