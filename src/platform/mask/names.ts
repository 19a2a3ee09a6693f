import { surnameAt } from "../text/surnames.ts";
import type { Span } from "./entity.ts";

const introduction =
  /(?:我叫|名叫|名字叫|名字是|姓名|联系人|申请人|当事人|负责人|法人|户主|房东|患者|签名|我的名字|本名|全名|叫做|他叫|她叫)(?:是|为|叫)?[:，,\s]{0,2}/g;
const surnameTold = /(?:免贵姓|我姓|[他她]姓|贵姓[？?。，,\s]{0,2}(?:免贵)?姓|(?<=^|[。，,？?！!\s:])姓)/g;
const asked =
  /(?:贵姓|怎么称呼|什么名字|尊姓大名|您的姓名|您的全名)[^\n。]{0,6}[\n。？?][\s]?(?:\p{Script=Han}{2,3}:)?(?:我?[叫是]|姓)?/gu;
const relative =
  /(?:儿子|女儿|老公|丈夫|妻子|老婆|爱人|父亲|母亲|爸爸|妈妈|爷爷|奶奶|老板|包工头|房东|经理|主任|老师)(?:是|叫|叫做|名叫|:)?/g;
const self = /(?<![\p{Script=Han}])我是/gu;
const titles =
  /(?:先生|女士|小姐|大爷|大妈|大姐|大哥|大叔|阿姨|师傅|老师|同志|奶奶|爷爷|经理|主任|书记|局长|队长|科长|所长|医生|大夫|律师|警官|老板)/g;

/** Characters that seldom stand in a given name and often follow one. */
const notGiven = new Set(
  "的是在住了我他她它你您想要说这那有没不跟对把被给去来打从今昨前后啊呀哈呢吧嘛哦嗯电手身家也都就和与先女小同老师经主书局队科所医律，。、？！：；“”（）《》 ,.?!:;()\n\t",
);
/** Surnames that are more often another word when they stand before a name and its title. */
const oftenWords = new Set("谢和向于时那包成连从马来应应常能相党区支方平安");
const endsOfWords = /[感谢多社小市党开地请问您好给找的跟叫让]$/;

/** People's names after titles, introductions and answers to 贵姓, and the same name wherever it stands again. Text is folded. */
export function findNames(text: string): Span[] {
  const spans = [
    ...after(text, introduction, 1),
    ...after(text, surnameTold, 0),
    ...after(text, asked, 1),
    ...after(text, relative, 2, true),
    ...after(text, self, 1, true),
    ...beforeTitles(text),
  ];
  return [...spans, ...repeated(text, spans)];
}

/** Names that begin where a cue ends, with at least `givenMin` characters after the surname; `whole`: nothing may follow. */
function after(text: string, cue: RegExp, givenMin: number, whole = false): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(cue)) {
    const told = match.index + match[0].length;
    const surname = surnameAt(text.slice(told, told + 2)) ?? "";
    // 我姓胡胡秀英: the surname alone, and at once the name in full.
    const isDoubled = surname !== "" && text.startsWith(surname, told + surname.length);
    const start = isDoubled ? told + surname.length : told;
    const end = nameEnd(text, start);
    if (end === start || end - start - surname.length < givenMin) continue;
    if (whole && isHan(text.charAt(end)) && !notGiven.has(text.charAt(end))) continue;
    if (isDoubled) spans.push({ type: "name", start: told, end: start });
    spans.push({ type: "name", start, end }, ...saidInFull(text, start, end));
  }
  return spans;
}

/** 姓孙，孙海涛: the name in full after the surname alone. */
function saidInFull(text: string, start: number, end: number): Span[] {
  const surname = text.slice(start, end);
  const gap = /^(?:[，,。、\s]|叫|名字|是)+/.exec(text.slice(end, end + 6))?.[0].length ?? 0;
  const from = end + gap;
  const fullEnd = nameEnd(text, from);
  if (!gap || fullEnd - from <= surname.length || !text.startsWith(surname, from)) return [];
  return [{ type: "name", start: from, end: fullEnd }];
}

/** End of the name that starts here; `start` itself when there is none. */
function nameEnd(text: string, start: number): number {
  const surname = surnameAt(text.slice(start, start + 2));
  if (!surname) return start;
  let end = start + surname.length;
  while (end < start + surname.length + 2 && isHan(text.charAt(end)) && !notGiven.has(text.charAt(end))) end += 1;
  return end;
}

function beforeTitles(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(titles)) {
    const start = startBefore(text, match.index);
    if (start < match.index) spans.push({ type: "name", start, end: match.index });
  }
  return spans;
}

/** Start of the longest name that ends here. */
function startBefore(text: string, end: number): number {
  for (let length = 4; length >= 1; length -= 1) {
    const start = end - length;
    const surname = start >= 0 ? surnameAt(text.slice(start, start + 2)) : null;
    if (!surname || surname.length > length || length - surname.length > 2) continue;
    if (!isGiven(text, start + surname.length, end)) continue;
    const before = text.slice(Math.max(0, start - 1), start);
    if (oftenWords.has(surname) && (length > 1 ? isHan(before) : endsOfWords.test(before))) continue;
    return start;
  }
  return end;
}

function isGiven(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isHan(text.charAt(at)) || notGiven.has(text.charAt(at))) return false;
  return true;
}

/** A name in full is masked wherever it stands. */
function repeated(text: string, spans: readonly Span[]): Span[] {
  const names = new Set(spans.map((span) => text.slice(span.start, span.end)).filter((name) => name.length >= 2));
  return [...names].flatMap((name) => placesOf(text, name));
}

function placesOf(text: string, name: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    spans.push({ type: "name", start: at, end: at + name.length });
  }
  return spans;
}

const isHan = (char: string): boolean => char >= "\u4e00" && char <= "\u9fff";
