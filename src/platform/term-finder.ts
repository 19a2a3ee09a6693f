type Node = { next: Map<string, Node>; term: string | null };

/** Where a known term stands in a text; `end` is exclusive. */
export type TermMatch = { term: string; start: number; end: number };

/** Finds every known term in a text, overlapping ones too, in the order of their starts. Small letters and capitals are the same. */
export type TermFinder = (text: string) => TermMatch[];

/** A finder for many words at once: one walk over the text, whatever the number of words. Terms come back in small letters. */
export function termFinder(words: Iterable<string>): TermFinder {
  const root: Node = { next: new Map(), term: null };
  for (const word of words) {
    const term = word.toLowerCase();
    let node = root;
    for (let at = 0; at < term.length; at += 1) {
      const char = term.charAt(at);
      let next = node.next.get(char);
      if (!next) {
        next = { next: new Map(), term: null };
        node.next.set(char, next);
      }
      node = next;
    }
    if (node !== root) node.term = term;
  }
  return (text) => {
    const lower = text.toLowerCase();
    const found: TermMatch[] = [];
    for (let start = 0; start < lower.length; start += 1) {
      let node = root.next.get(lower.charAt(start));
      for (let end = start + 1; node; end += 1) {
        if (node.term !== null) found.push({ term: node.term, start, end });
        node = node.next.get(lower.charAt(end));
      }
    }
    return found;
  };
}

/** Whether `inner` lies inside `outer`. */
export function covers(outer: TermMatch, inner: TermMatch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The matches that lie in no longer one: “停车费” is not “停车” as well. */
export function longestMatches(matches: readonly TermMatch[]): TermMatch[] {
  const ordered = [...matches].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: TermMatch[] = [];
  let longest: TermMatch | null = null;
  for (const match of ordered) {
    const isInside = longest !== null && longest.end >= match.end && longest.term.length > match.term.length;
    if (!isInside) kept.push(match);
    if (longest === null || match.end > longest.end) longest = match;
  }
  return kept;
}
