import { simplifyChar } from "./simplify.ts";

/** Text made plain for matching. Character k of `text` stands for source characters [starts[k], ends[k]). */
export type Plain = {
  readonly source: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** How likely a mark stands right before each character, where marks were set that the source lacks. */
  readonly chances?: readonly number[];
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

/** What stays of a character between its neighbours, folded; nothing when it is dropped. */
function keptOf(char: string, before: string, after: string, isAnswer: boolean): string {
  // Nine of ten characters are these, and of the rules only two concern them.
  if (char >= "\u4e00" && char <= "\u9fff") return isAnswer || !fillers.has(char) ? simplifyChar(char) : "";
  return isDropped(char, before, after, isAnswer) ? "" : fold(char, before, after);
}

/**
 * Plain text for the engines: simplified characters, half-width digits and letters, Chinese punctuation, no spaces, no fillers, nothing
 * invisible. Every character keeps its place in the source, so that words found in it can be quoted exactly.
 */
export function normalise(source: string): Plain {
  const isAnswer = onlyFillers.test(source);
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  let before = "";
  for (const char of source) {
    const end = at + char.length;
    const kept = keptOf(char, before, source[end] ?? "", isAnswer);
    text += kept;
    for (let unit = 0; unit < kept.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    before = char;
    at = end;
  }
  return { source, text, starts, ends };
}

/** By code unit: 1 for one that is plain already whatever stands beside it, 2 for any other, 0 for one not met yet. */
const met = new Uint8Array(1 << 16);

const betweenNumbers = new Set([":", ",", "："]);

function isPlainAlready(code: number): boolean {
  if (met[code] === 0) {
    const char = String.fromCharCode(code);
    const hangsOnOthers = /[\s\p{Cs}]/u.test(char) || fillers.has(char) || betweenNumbers.has(char);
    met[code] = !hangsOnOthers && keptOf(char, "", "", false) === char ? 1 : 2;
  }
  return met[code] === 1;
}

/** The text of `normalise` alone, for those who quote nothing: stretches that are plain already are copied whole. */
export function plainText(source: string): string {
  const isAnswer = onlyFillers.test(source);
  let text = "";
  let from = 0;
  let at = 0;
  while (at < source.length) {
    if (isPlainAlready(source.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
    const end = at + char.length;
    text += source.slice(from, at) + keptOf(char, source[at - 1] ?? "", source[end] ?? "", isAnswer);
    from = end;
    at = end;
  }
  return text + source.slice(from);
}

/** Source words for plain characters [start, end); empty when the range is. Always an exact substring of the source. */
export function sourceWords(plain: Plain, start: number, end: number): string {
  const from = plain.starts[Math.max(0, start)];
  const to = plain.ends[Math.min(end, plain.text.length) - 1];
  return from === undefined || to === undefined || to <= from ? "" : plain.source.slice(from, to);
}
