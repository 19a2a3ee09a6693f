export type Piece = { text: string; start: number; isMarked: boolean };

/** Cuts a text so that each exact occurrence of a quote is a piece of its own. Overlapping quotes become one piece. */
export function markQuotes(text: string, quotes: readonly string[]): Piece[] {
  const marked = new Array<boolean>(text.length).fill(false);
  for (const quote of quotes) {
    if (!quote) continue;
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length))
      marked.fill(true, at, at + quote.length);
  }
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    const isMarked = marked[start] === true;
    let end = start;
    while (end < text.length && marked[end] === isMarked) end++;
    pieces.push({ text: text.slice(start, end), start, isMarked });
    start = end;
  }
  return pieces;
}

/** The words in quotation marks of a reason. Whoever marks them finds only those that somebody said. */
export function quotedWords(why: string): string[] {
  const quoted = [...why.matchAll(/[“「『"]([^”」』"]{2,})[”」』"]/g)].map(([, words]) => words ?? "");
  return [...new Set(quoted)];
}
