import { simplifyChar } from "./simplify.ts";

/** Text made plain for matching. Character k of `text` stands for source characters [starts[k], ends[k]). */
export type Plain = {
  readonly source: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

const wide: Readonly<Record<string, string>> = { ",": "，", "?": "？", "!": "！", ";": "；", ":": "：", "．": "." };
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad\p{Cc}\p{Co}]/u;
const fillers = new Set(["呃", "嗯", "唔", "欸", "诶"]);
/** 嗯 alone is a yes. */
const onlyFillers = /^[\s，。,.]*嗯[嗯\s，。,.]*$/u;

/** Full-width letters and digits to half width; half-width Chinese punctuation to full width, but not inside numbers and times. */
function fold(char: string, before: string, after: string): string {
  const code = char.codePointAt(0) ?? 0;
  const isWideAscii = code >= 0xff10 && code <= 0xff5a && /[０-９Ａ-Ｚａ-ｚ]/u.test(char);
  if (isWideAscii) return String.fromCodePoint(code - 0xfee0);
  const joinsNumbers = (char === ":" || char === "," || char === "：") && /\d/.test(before) && /\d/.test(after);
  if (joinsNumbers) return char === "：" ? ":" : char;
  return wide[char] ?? simplifyChar(char);
}

function isDropped(char: string, before: string, after: string, isAnswer: boolean): boolean {
  if (invisible.test(char)) return true;
  if (/\s/u.test(char)) return !(/[A-Za-z]/.test(before) && /[A-Za-z]/.test(after));
  return fillers.has(char) && !isAnswer;
}

/** Gives each character that stays, folded, with its place in the source. */
function eachKept(source: string, take: (folded: string, at: number, end: number) => void): void {
  const isAnswer = onlyFillers.test(source);
  let at = 0;
  let before = "";
  for (const char of source) {
    const end = at + char.length;
    // Nine of ten characters are these, and of the rules only two concern them.
    if (char >= "\u4e00" && char <= "\u9fff") {
      if (isAnswer || !fillers.has(char)) take(simplifyChar(char), at, end);
    } else {
      const after = source[end] ?? "";
      if (!isDropped(char, before, after, isAnswer)) take(fold(char, before, after), at, end);
    }
    before = char;
    at = end;
  }
}

/**
 * Plain text for the engines: simplified characters, half-width digits and letters, Chinese punctuation, no spaces, no fillers, nothing
 * invisible. Every character keeps its place in the source, so that words found in it can be quoted exactly.
 */
export function normalise(source: string): Plain {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  eachKept(source, (folded, at, end) => {
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
  });
  return { source, text, starts, ends };
}

/** The text of `normalise` alone, for those who quote nothing. */
export function plainText(source: string): string {
  let text = "";
  eachKept(source, (folded) => {
    text += folded;
  });
  return text;
}

/** Source words for plain characters [start, end); empty when the range is. Always an exact substring of the source. */
export function sourceWords(plain: Plain, start: number, end: number): string {
  const from = plain.starts[Math.max(0, start)];
  const to = plain.ends[Math.min(end, plain.text.length) - 1];
  return from === undefined || to === undefined || to <= from ? "" : plain.source.slice(from, to);
}
