import type { EntityType, Span } from "./entity.ts";
import { spokenDigit } from "./fold.ts";

/** Digits of one script with nothing between them: in 周一138… the number begins at the 1. */
type Group = { digits: string; start: number; end: number };

const separators = new Set(" ，、。….-—,·~～()嗯呃啊哦\n");
const gapMax = 3;
const longest = 19;

const mobile = /^(?:86)?1[3-9]\d{9}$/;
const areaLandline = /^0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/;
const bareLandline = /^[2-8]\d{6,7}$/;
const landlineCue = /(?:电话|座机|固话|号码|热线|打)[^。！？\n]{0,6}$/;
const idCue = /身份证[^。！？\n]{0,12}$/;
const cardCue = /(?:银行卡|卡号|账号|账户)[^。！？\n]{0,12}$/;
const cueChars = 24;

/** Phones, landlines, identity and bank card numbers, written or spoken, in one piece or in several. Text is folded. */
export function findNumbers(text: string): Span[] {
  return runsOf(text).flatMap((groups) => numbersIn(text, groups));
}

/** Groups that stand close enough to be pieces of one number. */
function runsOf(text: string): Group[][] {
  const runs: Group[][] = [];
  let last: Group | undefined;
  for (const group of groupsOf(text)) {
    if (last && isGap(text, last.end, group.start)) runs.at(-1)?.push(group);
    else runs.push([group]);
    last = group;
  }
  return runs;
}

function isGap(text: string, from: number, to: number): boolean {
  if (to - from > gapMax) return false;
  for (let at = from; at < to; at += 1) if (!separators.has(text.charAt(at))) return false;
  return true;
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  let wasAscii = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const digit: string | null = char === "x" && wasAscii ? char : spokenDigit(char);
    const isAscii = char < "\u0080";
    if (digit === null) {
      open = undefined;
    } else if (open && isAscii === wasAscii) {
      open.digits += digit;
      open.end = at + 1;
    } else {
      open = { digits: digit, start: at, end: at + 1 };
      groups.push(open);
    }
    wasAscii = isAscii && digit !== null && digit !== "x";
  }
  return groups;
}

/** From each group on, the longest number that whole groups make. */
function numbersIn(text: string, groups: readonly Group[]): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < groups.length; from += 1) {
    const found = longestFrom(text, groups, from);
    if (!found) continue;
    spans.push(found.span);
    from = found.last;
  }
  return spans;
}

function longestFrom(text: string, groups: readonly Group[], from: number): { span: Span; last: number } | null {
  const first = groups[from];
  if (!first) return null;
  let digits = "";
  let best: { span: Span; last: number } | null = null;
  for (let last = from; last < groups.length; last += 1) {
    const group = groups[last];
    if (!group || digits.length + group.digits.length > longest) break;
    digits += group.digits;
    const type = typeOf(digits, text.slice(Math.max(0, first.start - cueChars), first.start));
    if (type) best = { span: { type, start: first.start, end: group.end }, last };
  }
  return best;
}

function typeOf(digits: string, before: string): EntityType | null {
  if (digits.length < 7) return null;
  if (isIdCard(digits, idCue.test(before))) return "idcard";
  if (isBankCard(digits, cardCue.test(before))) return "bankcard";
  if (mobile.test(digits)) return "phone";
  if (areaLandline.test(digits)) return "landline";
  return bareLandline.test(digits) && landlineCue.test(before) ? "landline" : null;
}

const idShape = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/;
const oldIdShape = /^[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: the last character checks the rest. With the words 身份证 before it, a misheard digit is masked too. */
function isIdCard(digits: string, hasCue: boolean): boolean {
  if (!idShape.test(digits)) return hasCue && oldIdShape.test(digits);
  const sum = idWeights.reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0);
  return hasCue || "10x98765432".charAt(sum % 11) === digits.charAt(17);
}

/** 16 to 19 digits that pass Luhn (ISO/IEC 7812) and begin as a card does; any such length after the words 银行卡, 卡号. */
function isBankCard(digits: string, hasCue: boolean): boolean {
  if (!/^\d{16,19}$/.test(digits)) return false;
  return hasCue || (/^(?:3|4|5|6|9)/.test(digits) && isLuhn(digits));
}

function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - at));
    const doubled = at % 2 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
