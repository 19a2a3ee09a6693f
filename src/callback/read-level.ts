import { firstMatch, type Match, type Matchers } from "../platform/rules/index.ts";
import { type CallbackRules, type Conversation, type Heard, holds, isHum } from "./listen.ts";
import type { CallbackReview } from "./schema.ts";

type Level = Exclude<CallbackReview["satisfaction"], "未答">;

const digits = "一二三四五";
/** The second half of "满意还是不满意". */
const bareNo = /^[嗯哦啊，,]*不(?:啊|呀|呗|，|。|$)/u;

/** Who says so is at no other level, whatever else he calls by its name ("非常，非常不满意"). */
const unhappy = /不满|没[^，。]{0,4}满意/u;

/** The end of the last match, so that of two levels in a line the corrected one counts. */
function lastEnd(matchers: Matchers, text: string): number {
  const find = (text: string) => firstMatch(matchers, text);
  let end = -1;
  for (let from = 0; from < text.length; ) {
    const match: Match | null = find(text.slice(from));
    if (!match) break;
    end = from + match.index + match.length;
    from = end;
  }
  return end;
}

/** Levels in the order in which a line reads them out. */
export function scaleIn(rules: CallbackRules, text: string): Level[] {
  const longest = [...rules.wording.levels].sort((a, b) => b.length - a.length).join("|");
  return [...text.matchAll(new RegExp(`(?:${longest})(?!度|程度|率)`, "gu"))].map((match) => match[0] as Level);
}

/** "头一个", "中间那个", "后一个": a place in the scale, 0 the first and -1 the last. */
function placeNamed(text: string): number | null {
  const words =
    /^[嗯那就选，\s]*(?:(头|第?前)一?|(中间)那?|(最?后|倒数第([一二]))(?:面|头)?一?(?:那)?)(?:个|项|级|种|[吧，。]|$)/u.exec(
      text,
    );
  if (!words) return null;
  if (words[1]) return 0;
  return words[2] ? 1 : words[4] === "二" ? -2 : -1;
}

/** The value at a named place of a list; the middle only of three. */
export function atPlace<Value>(list: readonly Value[], text: string): Value | null {
  const place = placeNamed(text);
  if (place === null || list.length < 2) return null;
  if (place === 1) return list.length % 2 === 1 ? (list[(list.length - 1) / 2] ?? null) : null;
  return list.at(place) ?? null;
}

/** A bare number picks from the scale that the agent read last. */
function numbered(rules: CallbackRules, talk: Conversation, line: Heard): Level | null {
  const number = /^(?:选|第|就|也|那)*([一二三四五1-5])(?:个|项|级|号|吧|，|。|$)/u.exec(line.final)?.[1];
  const read = talk.agent.findLast((other) => other.at < line.at && scaleIn(rules, other.plain).length > 1);
  if (read && bareNo.test(line.final) && new Set(scaleIn(rules, read.plain)).size === 2) return "不满意";
  if (!number) return read ? atPlace([...new Set(scaleIn(rules, read.plain))], line.final) : null;
  const place = digits.includes(number) ? digits.indexOf(number) : Number(number) - 1;
  return read ? (scaleIn(rules, read.plain)[place] ?? null) : null;
}

/** The satisfaction level a citizen's line names; null when it names none or only asks about them. */
export function levelNamed(rules: CallbackRules, talk: Conversation, line: Heard): Level | null {
  if (
    /(?:什么|啥|哪|怎么)[^，。]{0,4}(?:区别|不一样|意思)|有没有[^，。]{0,4}满意|选哪个好|满意不满意的?(?:有|又|都|能|还|无所谓)/u.test(
      line.plain,
    )
  )
    return null;
  const otherwise = line.topic === "satisfaction" ? calledOtherwise(rules, line) : null;
  if (otherwise && (otherwise === "非常不满意" || !unhappy.test(line.final))) return otherwise;
  const ends = rules.wording.callbackAnswers.satisfaction.map((entry) => ({
    value: entry.value,
    end: lastEnd(entry, line.final),
  }));
  const best = ends.reduce((one, other) => (other.end > one.end ? other : one));
  if (best.end > 0) return best.value;
  return line.topic === "satisfaction" && !holds(rules.wording.callbackSignals.citizenUndecided, line.plain)
    ? (numbered(rules, talk, line) ?? placed(rules, line))
    : null;
}

/** "基本的那个", "垫底的": a level in other words, the only one of the line. */
function calledOtherwise(rules: CallbackRules, line: Heard): Level | null {
  const named = rules.wording.citizenLevels.filter((entry) => holds(entry, line.final));
  return named.length === 1 ? ((named[0]?.level ?? null) as Level | null) : null;
}

/** "最差那个" names a level by its place. */
function placed(rules: CallbackRules, line: Heard): Level | null {
  const named = rules.wording.levelNames.filter((entry) =>
    /\p{Script=Han}{2}/u.test(firstMatch(entry, line.plain)?.text ?? ""),
  );
  return named.length === 1 ? ((named[0]?.level ?? null) as Level | null) : null;
}

/** A yes to the one level that the agent reads back ("四是不满意，对吗"). */
export function levelAgreed(rules: CallbackRules, before: Heard | undefined, line: Heard): Level | null {
  const agrees = isHum(line) || holds(rules.wording.callbackSignals.citizenAgrees, line.plain);
  if (before?.topic !== "satisfaction" || !agrees) return null;
  const [level, ...others] = new Set(scaleIn(rules, before.plain));
  return others.length === 0 ? (level ?? null) : null;
}
