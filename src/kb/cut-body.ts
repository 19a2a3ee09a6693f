/** A piece of a body: `text` is an exact substring of it, `path` the headings above, outermost first. */
export type Passage = { path: string; text: string };

const targetChars = 200;
const longestChars = 300;

const heading = /^(#{1,6})\s+(.+)$/;
const chapter = /^第[零〇一二三四五六七八九十百千\d]{1,6}[编章节]/;
const ownBlock =
  /^(?:第[零〇一二三四五六七八九十百千\d]{1,6}条|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[-*•]\s)/;
const chapterLevel = 7;

type Piece = { path: string; start: number; end: number; isStart: boolean };

/** Cuts a body at headings, articles of law (第十条), list items and sentences into pieces of about 200 characters. */
export function cutBody(body: string): Passage[] {
  const passages = joined(piecesOf(body)).map(({ path, start, end }) => ({
    path,
    text: body.slice(start, end).trim(),
  }));
  const kept = passages.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return kept.length ? kept : [{ path: "", text: body.slice(0, longestChars).trim() }];
}

/** Sentences with their place and the headings above them; headings themselves are no sentences. */
function piecesOf(body: string): Piece[] {
  const pieces: Piece[] = [];
  let headings: { level: number; title: string }[] = [];
  for (const { text, start } of linesOf(body)) {
    const found = headingOf(text);
    if (found) headings = [...headings.filter(({ level }) => level < found.level), found];
    else pieces.push(...sentencesOf(text, start, headings.map(({ title }) => title).join(" > ")));
  }
  return pieces;
}

function headingOf(line: string): { level: number; title: string } | null {
  const markdown = heading.exec(line);
  if (markdown) return { level: markdown[1]?.length ?? 1, title: (markdown[2] ?? "").trim() };
  return chapter.test(line) && line.length <= 40 ? { level: chapterLevel, title: line } : null;
}

function linesOf(body: string): { text: string; start: number }[] {
  let start = 0;
  return body.split("\n").map((line) => {
    const text = line.trim();
    const from = start + line.indexOf(text);
    start += line.length + 1;
    return { text, start: from };
  });
}

function sentencesOf(line: string, start: number, path: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of line.matchAll(/[^。！？；]+[。！？；]*|[。！？；]+/g)) {
    const from = start + match.index;
    for (let at = 0; at < match[0].length; ) {
      const end = wholeEnd(match[0], Math.min(at + longestChars, match[0].length));
      const isStart = pieces.length === 0 && ownBlock.test(line);
      pieces.push({ path, start: from + at, end: from + end, isStart });
      at = end;
    }
  }
  return pieces;
}

/** A character of two code units is not cut in half. */
const wholeEnd = (text: string, end: number): number =>
  /[\ud800-\udbff]/.test(text.charAt(end - 1)) && /[\udc00-\udfff]/.test(text.charAt(end)) ? end - 1 : end;

/** Neighbours under the same headings go together up to the target; 第十条 and list items begin anew once there is enough before. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const fits = last && last.path === piece.path && piece.end - last.start <= targetChars;
    const begins =
      piece.isStart && last && (piece.end - piece.start > targetChars / 3 || last.end - last.start > targetChars / 2);
    if (last && fits && !begins) last.end = piece.end;
    else out.push({ ...piece });
  }
  return out;
}
