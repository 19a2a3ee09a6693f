import { firstMatch, type Matchers, type Rules, says } from "../platform/rules/index.ts";
import type { Heard } from "./wording-context.ts";

/** Share of the agent's content that must be the caller's own words: joining words take up the rest. */
const ownShare = 0.4;

const empty =
  /[，。！？；：、“”"'\s]|对不对|是不是|没错吧|对吧|是吧|对不|对吗|是吗|您说|您|我|给|帮|替|记|写|填|按|就|那|这|的|了|吧|哦|哈|嘛|呢|啊|先|好/gu;

/** Satisfaction levels that the words name, negations taken for what they are ("不是很满意" names 不满意). */
export function levelsIn(text: string, levels: readonly string[]): Set<string> {
  const plain = text.replace(/不(?:是|太|是很|是太|怎么|大|算|够)(?:很|太)?满意/gu, "不满意");
  const longestFirst = [...levels].sort((a, b) => b.length - a.length).join("|");
  return new Set(plain.match(new RegExp(longestFirst, "gu")) ?? []);
}

/** Levels that the caller named, by name or by number or place in the scale. */
export function levelsHeard({ levels, levelNames }: Rules["wording"], caller: Heard): Set<string> {
  const placed = levelNames.filter((entry) => says(entry, caller.last)).map(({ level }) => level);
  return new Set([...levelsIn(caller.all, levels), ...placed]);
}

function bigrams(text: string): string[] {
  const words = text.replace(empty, "");
  if (words.length === 1) return [words];
  return Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2));
}

/** The caller said the pair without denying it just before. */
function affirmed(pair: string, caller: string): boolean {
  for (let at = caller.indexOf(pair); at >= 0; at = caller.indexOf(pair, at + 1)) {
    if (!/[没未不别]/u.test(caller.slice(Math.max(0, at - 2), at)) || /^[没未不]/u.test(pair)) return true;
  }
  return false;
}

function valueIn(entries: readonly (Matchers & { value: string })[], text: string): string | null {
  return entries.find((entry) => firstMatch(entry, text) !== null)?.value ?? null;
}

/** Answers in the agency's favour: only these can be put into a caller's mouth. */
const favourable = new Set(["是", "已解决"]);

/** The agent names the answer that the caller has just given in other words: "都弄好了" and 已解决. */
function sameAnswer(wording: Rules["wording"], matched: string, callerLast: string): boolean {
  const { contacted, resolved } = wording.callbackAnswers;
  return [contacted, resolved].some((entries) => {
    const told = valueIn(entries, callerLast);
    return told !== null && favourable.has(told) && told === valueIn(entries, matched);
  });
}

/**
 * Whether matched words only repeat what the caller said. 等级: the level named is one the caller named. 原话: so, or much of the
 * content is the caller's, undenied.
 */
export function isEcho(
  kind: "等级" | "原话" | undefined,
  matched: string,
  caller: Heard,
  wording: Rules["wording"],
): boolean {
  const { levels } = wording;
  if (!kind || caller.all === "") return false;
  const named = levelsIn(matched, levels);
  if (named.size > 0) {
    const said = levelsHeard(wording, caller);
    return [...named].every((level) => said.has(level));
  }
  if (kind === "等级") return false;
  if (sameAnswer(wording, matched, caller.last)) return true;
  return ownShareOf(matched, caller) >= ownShare;
}

/** Share from 0 to 1 of the words' content that the caller said lately, undenied. */
export function ownShareOf(words: string, caller: Heard): number {
  const pairs = bigrams(words);
  const said = caller.recent.replace(empty, "");
  const own = pairs.filter((pair) => affirmed(pair, said)).length;
  return pairs.length > 0 ? own / pairs.length : 0;
}

/** Answers that both sides name anyway: repeating them is marked, not blanked. */
const answerWord = /^没?(?:解决|有)$|^联系$|^您$/u;
const repeated = "■";
const repeatedAnswer = "▲";
const ownLevel = "△";
const repeatLengthMin = 2;

/**
 * The sentence with every run of two or more characters that the caller said blanked out: what is left is the agent's own. Levels stay,
 * marked by whether the caller named them: who said 基本满意 did not say 满意.
 */
export function blankEcho({ levels }: Rules["wording"], text: string, callerWords: string, heard: Set<string>): string {
  const said = callerWords.replace(/[，。！？；：、“”"'…—\s]/gu, "");
  const longestFirst = [...levels].sort((a, b) => b.length - a.length);
  let left = "";
  for (let at = 0; at < text.length; ) {
    const level = longestFirst.find((each) => text.startsWith(each, at));
    const length = level?.length ?? runLength(text, at, said);
    const run = text.slice(at, at + length);
    if (level !== undefined) left += (heard.has(level) ? repeatedAnswer : ownLevel) + level;
    else if (length < repeatLengthMin) left += run;
    else left += answerWord.test(run) ? repeatedAnswer + run : repeated;
    at += length;
  }
  return left.replace(/■+/gu, repeated);
}

/** How far the text from a place on goes in the caller's words, 1 at least. */
function runLength(text: string, at: number, said: string): number {
  let end = at;
  while (end < text.length && said.includes(text.slice(at, end + 1))) end += 1;
  return Math.max(1, end - at);
}
