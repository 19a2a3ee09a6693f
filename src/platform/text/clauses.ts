/** A piece of plain text: characters [start, end) without the mark that ends it. */
export type Clause = { readonly text: string; readonly start: number; readonly end: number };

function split(text: string, marks: RegExp): Clause[] {
  const pieces: Clause[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !marks.test(text.charAt(at))) continue;
    if (at > start) pieces.push({ text: text.slice(start, at), start, end: at });
    start = at + 1;
  }
  return pieces;
}

/** Clauses of plain text, at commas and stops. Speech without punctuation is one clause. */
export function clausesOf(text: string): Clause[] {
  return split(text, /[，。！？；：…\n]/u);
}

/** Sentences of plain text, at full stops, question and exclamation marks. */
export function sentencesOf(text: string): Clause[] {
  return split(text, /[。！？；…\n]/u);
}
