import type { Match } from "../platform/rules/index.ts";
import { clausesOf } from "../platform/text/index.ts";

export type Span = { start: number; end: number };

/** Characters on either side of a match that a span takes in at most: speech without punctuation is one endless clause. */
const widenMax = 12;

const leadIn = /^(?:那么?|嗯|好的?|行|对|是|哦|啊|呀|这个|就是|你看|您看|我跟您说)+(?=.{4})/u;

/** The match widened to the clauses it stands in, without the words that only lead in. Never past what was said of it. */
export function widenToClause(text: string, match: Match): Span {
  const matchEnd = match.index + match.length;
  const first = clausesOf(text).find((clause) => clause.end > match.index);
  const last = clausesOf(text).findLast((clause) => clause.start < matchEnd);
  let start = Math.max(first ? Math.min(first.start, match.index) : match.index, match.index - widenMax);
  const end = Math.min(last ? Math.max(last.end, matchEnd) : matchEnd, matchEnd + widenMax);
  const spoken = leadIn.exec(text.slice(start, match.index));
  if (spoken) start += spoken[0].length;
  return { start, end: trimEnd(text, start, end) };
}

function trimEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /[，。！？；：、\s]/u.test(text.charAt(last - 1))) last -= 1;
  return last;
}
