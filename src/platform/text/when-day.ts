import { shanghaiDate, shanghaiTime, shiftDate, shiftInstant } from "../workdays/shanghai.ts";
import { festivalDay } from "./lunar.ts";
import { chineseNumber } from "./numbers.ts";

/** A day, month or year that words name. `value` is YYYY[-MM[-DD]]; null when the words do not fix one (端午, 一个多月). */
export type DayWords = {
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
  readonly period: string | null;
  readonly rank: "day" | "month" | "year" | "festival" | "duration" | "now";
};

const count = "[0-9零〇一二两三四五六七八九十廿卅]{1,3}";
const year =
  "(?<year>(?:19|20)\\d\\d|\\d\\d|[零〇][零〇一二三四五六七八九]|二[零〇][一二三][零〇一二三四五六七八九]|[12一二][零〇一二三四五六七八九])年";
const season = "(?:年底|年初|年中|春天|夏天|秋天|冬天|上半年|下半年|入冬|入夏|开春)";
const sources = {
  festival:
    "(?:(?<yearWord>大前年|前年|去年|今年)的?)?(?<festival>(?:农历|阴历|旧历)[一二三四五六七八九十]{1,2}月(?:初?[一二三四五六七八九十廿]{1,3})(?![月点])|(?<![一二三四五六七八九十])[二三四五六七八九十]{1,2}月初(?:一(?!直|般|些|次|共|起|下|个|家)|[二三四五六七八九十])(?![一二三四五六七八九十号日几])|儿童节(?!目)|妇女节|三八(?:妇女)?节|劳动节|教师节|双十[一二]|圣诞节?(?![树老帽歌])|(?:正|腊|冬)月(?:初[一二三四五六七八九十]|[一二三四五六七八九十廿]{2,3}|(?:初|十|二十|廿)几)|大?年初[一二三四五六七八九十]|(?<!十)初[一二三四五六七八九十](?=那天|早上|晚上|上午|下午|当天)|除夕|(?:大)?年三十|春节|元宵节?|清明节?|端午节?|七夕节?|中秋节?|重阳节?|腊八节?|小年(?!轻|纪)|国庆节?|元旦|(?<![0-9零〇一二三四五六七八九十幺百千万])五一(?![0-9零〇一二三四五六七八九十幺路街号栋楼广])|(?<![0-9零〇一二三四五六七八九十幺])十一(?=假期|长假|那会|那天)|过年|腊月|正月|暑假|寒假)(?<vague>前后|以后|之后|过后|后|以来|那会儿?|期间|到现在|前|以前|之前|放假|假期|长假|那几天|这几天)?(?<exact>那天|当天|当晚|那晚|晚上|夜里|早上)?",
  minutesAgo: `(?:(?<minutes>${count}|半)个?(?:多|来)?(?<unit>分钟|小时|钟头))(?:多)?(?:了|前|以前|之前)`,
  date: `(?:${year}|(?<yearWord>大前年|前年|去年|今年|明年))?的?(?<month>${count})月份?(?:(?!${count}月)(?<day>${count})(?![几多零〇一二两三四五六七八九十0-9])[号日]?)?(?:二?十几[号日])?(?=(?<after>.{0,12}))`,
  yearOnly: `(?:${year}|(?<yearWord>大前年|前年|去年))(?<season>${season})?`,
  monthWord: `(?<monthWord>上上个?月|上个?月|这个月|本月|下个?月)份?(?:(?<day>${count})[号日])?`,
  week: "(?<weekWord>上上|上|这|本|下)(?:一)?个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末])?",
  dayWord:
    "(?<dayWord>大前天|前天|前儿个?|昨天|昨日|昨儿个?|今天|今日|今儿个?|明天|明儿个?|后天|昨|今|明|前)(?<period>早上|早晨|早起|一早|上午|头晌|中午|下午|后晌|后半晌|傍晚|擦黑|晚上|夜里|半夜|凌晨|早|晚|夜)?",
  sincePart: "(?<=从)(?<period>早上|早晨|上午|中午|下午|傍晚|晚上|凌晨)(?=开始|起(?!来)|就|到现在|到这会儿|一直)",
  ago: `(?<ago>${count})天(?:以前|之前|前)`,
  dayOnly: `(?<![路街巷弄道院同坊苑月0-9零〇一二两三四五六七八九十百千万])(?<day>${count})[号日](?=$|[，。？！早上下晚中凌夜晌就我他她那这的左前到开之以来起签报交向去]|发(?!电)|收(?!费)|停(?!车|机)|打(?![桩井])|(?:${count}[号日])+(?!${count}|[楼院门线厂栋单井桥机库口馆店坑塔桩炉地公])|今天)`,
  duration: `(?:[0-9一二两三四五六七八九十百几半好多来]{1,4})(?:多|来)?(?:个(?:多|来)?(?:月|礼拜|星期|小时|钟头)|天|年|周|小时)(?:多|来)?(?=了|没|一直|都|也|还|前|以来)`,
  bareWeek:
    "(?<![上这下每本个到至、一二三四五六日天])(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])(?![到至、一二三四五六日天])(?=(?<after>.{0,12}))",
  now: "(?:刚刚|刚才)(?![零〇一二两三四五六七八九十百半几0-9]{1,4}(?:斤|块|元|米|个|岁|两|度|公里|厘米|平|分))(?!我?(?:打(?!起)|说|跟|给|问|讲|你|听|忘|查|那))|刚(?=发生|停|撞|着|打起|爆|塌|炸|断|倒|砸|开始|出事)|就现在|现在就在|现在正|正在|刚(?=看|发现|碰)",
} as const;

const compiled = Object.entries(sources).map(([rank, source]) => ({ rank, expression: new RegExp(source, "gu") }));

const yearShift: Readonly<Record<string, number>> = { 大前年: -3, 前年: -2, 去年: -1, 今年: 0, 明年: 1 };
const dayShift: Readonly<Record<string, number>> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2 };
const weekShift: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1 };
/** Words that are kept even when they fix no day. */
const wordsOnly: ReadonlySet<string> = new Set(["festival", "duration", "week", "bareWeek"]);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const weekdays = "一二三四五六日";
/** When the parts of a day begin that do not with its morning. */
const partBegins: Readonly<Record<string, string>> = { 中午: "11:00", 下午: "12:00", 傍晚: "16:00", 晚上: "17:00" };

type Groups = Readonly<Record<string, string | undefined>>;

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

function yearOf(groups: Groups, today: string): number | null {
  const thisYear = Number(today.slice(0, 4));
  if (groups.yearWord) return thisYear + (yearShift[groups.yearWord] ?? 0);
  if (!groups.year) return null;
  const value = chineseNumber(groups.year);
  if (value === null) return null;
  return value < 100 ? 2000 + value : value;
}

/** What follows a day that is still to come: 八月四号开庭, 五月二十号那天想去; 十月一号结婚那天 and 十一月八号开业的 are over. */
const isAhead =
  /^(?:那天|当天)?[^，。了过]{0,3}(?:(?:想(?!起)|要(?!求)|打算|准备|就(?:要|到))(?![^，。]{0,6}(?:的时|时候|那天|那会))|(?:开庭|到期|截止|开考|考试|高考|出发|结婚|办婚|开业|搬家)(?!的|时|那|了|过|以?后|之后|到现在|[^，。]{0,4}(?:了|过)))/u;

/** 三四月份 begins in March. */
function monthNumber(words: string): number | null {
  const [first, second] = [...words].map((char) => "一二三四五六七八九".indexOf(char) + 1);
  const isSpan = words.length === 2 && first !== undefined && first > 0 && second === first + 1;
  return isSpan ? first : chineseNumber(words);
}

/** A month and day without a year is the last one that is not after today, unless the words look ahead. */
function dateValue(groups: Groups, today: string): string | null {
  const month = monthNumber(groups.month ?? "");
  const day = groups.day ? chineseNumber(groups.day) : null;
  if (month === null || month < 1 || month > 12 || (day !== null && (day < 1 || day > 31))) return null;
  const tail = day === null ? `-${pad(month)}` : `-${pad(month)}-${pad(day)}`;
  const named = yearOf(groups, today);
  if (named !== null) return `${named}${tail}`;
  const thisYear = Number(today.slice(0, 4));
  const candidate = `${thisYear}${tail}`;
  return candidate <= today || isAhead.test(groups.after ?? "") ? candidate : `${thisYear - 1}${tail}`;
}

function monthValue(groups: Groups, today: string): string | null {
  const word = groups.monthWord ?? "";
  const shift = word.startsWith("上上") ? -2 : word.startsWith("上") ? -1 : word.startsWith("下") ? 1 : 0;
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + shift;
  const head = `${Math.floor(months / 12)}-${pad((months % 12) + 1)}`;
  const day = groups.day ? chineseNumber(groups.day) : null;
  return day === null || day < 1 || day > 31 ? head : `${head}-${pad(day)}`;
}

function weekValue(groups: Groups, today: string): string | null {
  const index = weekdays.indexOf((groups.weekday ?? "").replace("天", "日"));
  if (!groups.weekday || index < 0) return null;
  const todayIndex = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return shiftDate(today, (weekShift[groups.weekWord ?? ""] ?? 0) * 7 + index - todayIndex);
}

/** Whether the calendar has the day: there is no 31 February. */
function isDate(value: string): boolean {
  const ms = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value);
}

function dayOnlyValue(groups: Groups, today: string): string | null {
  const day = chineseNumber(groups.day ?? "");
  if (day === null || day < 1 || day > 31) return null;
  if (day <= Number(today.slice(8))) return `${today.slice(0, 8)}${pad(day)}`;
  const lastMonth = `${monthValue({ monthWord: "上个月" }, today)}-${pad(day)}`;
  return isDate(lastMonth) ? lastMonth : `${today.slice(0, 8)}${pad(day)}`;
}

function dayWordValue(word: string, today: string): string {
  const key = word.replace(/[天日儿个]/gu, "");
  return shiftDate(today, dayShift[key] ?? 0);
}

/** 半个小时了 and 十分钟前 as the moment, to the minute. */
function momentAgo(groups: Groups, startedAt: string): string | null {
  const amount = groups.minutes === "半" ? 0.5 : chineseNumber(groups.minutes ?? "");
  if (amount === null) return null;
  return shiftInstant(startedAt, -amount * (groups.unit === "分钟" ? minuteMs : hourMs)).slice(0, 16);
}

/** 礼拜五 alone is the last one where the words tell of what has happened; else it may lie ahead. */
function bareWeekday(groups: Groups, today: string): string | null {
  if (
    !/了|过|的(?!话)|就|开始|(?<!一)起(?!诉)/u.test(groups.after ?? "") ||
    /要|拟|准备|打算|再|将/u.test(groups.after ?? "")
  )
    return null;
  const inThisWeek = weekValue({ ...groups, weekWord: "这" }, today);
  return inThisWeek === null || inThisWeek <= today ? inThisWeek : shiftDate(inThisWeek, -7);
}

/** The day to count back from: 去年中秋 is the last one of that year. */
function lastDayOf(groups: Groups, today: string): string {
  const shift = yearShift[groups.yearWord ?? ""] ?? 0;
  return shift < 0 ? `${Number(today.slice(0, 4)) + shift}-12-31` : today;
}

/** Festivals that last for days fix one only with a word for it (国庆那天); 端午前后 fixes none. */
function festivalValue(groups: Groups, today: string): string | null {
  const words = groups.festival ?? "";
  const isLong = /^(?:春节|国庆|五一|劳动节|元旦|十一|清明)/u.test(words);
  return groups.vague ||
    (isLong && !groups.exact && !words.endsWith("节")) ||
    (/^国庆节|^春节|^劳动节/u.test(words) && !groups.exact)
    ? null
    : festivalDay(words, /^(?:腊|冬|小年|除夕|大?年三十)/u.test(words) ? today : lastDayOf(groups, today));
}

/** 从晚上就 told in the morning is the evening before. */
function sinceDay(period: string, startedAt: string): string {
  const isAhead = shanghaiTime(startedAt) < (partBegins[period] ?? "");
  return shiftDate(shanghaiDate(startedAt), isAhead ? -1 : 0);
}

function resolvedValue(rank: string, groups: Groups, startedAt: string): string | null {
  const today = shanghaiDate(startedAt);
  if (rank === "minutesAgo") return momentAgo(groups, startedAt);
  if (rank === "bareWeek") return bareWeekday(groups, today);
  if (rank === "festival") return festivalValue(groups, today);
  if (rank === "date") return dateValue(groups, today);
  if (rank === "monthWord") return monthValue(groups, today);
  if (rank === "week") return weekValue(groups, today);
  if (rank === "dayWord") return dayWordValue(groups.dayWord ?? "", today);
  if (rank === "sincePart") return sinceDay(groups.period ?? "", startedAt);
  if (rank === "dayOnly") return dayOnlyValue(groups, today);
  if (rank === "ago") return shiftDate(today, -(chineseNumber(groups.ago ?? "") ?? 0));
  if (rank === "now") return today;
  if (rank !== "yearOnly") return null;
  const named = yearOf(groups, today);
  if (named === null) return null;
  return groups.season ? `${named}年${groups.season}` : String(named);
}

function rankOf(rank: string, value: string | null): DayWords["rank"] {
  // 去年秋天 tells more than 去年.
  if (rank === "yearOnly" && value !== null && value.length > 4) return "month";
  if (rank === "festival" || rank === "duration" || rank === "now") return rank;
  if (rank === "minutesAgo") return "duration";
  if (rank === "yearOnly") return "year";
  return value !== null && /^\d{4}-\d\d$/.test(value) ? "month" : "day";
}

/** One letter day words (昨, 今, 明, 前) count only with a part of the day: 昨晚, 今早. */
function isUsable(rank: string, groups: Groups): boolean {
  if (rank === "dayWord") return (groups.dayWord ?? "").length > 1 || groups.period !== undefined;
  return rank !== "week" || groups.weekday !== undefined || groups.weekWord === "上";
}

/** Words of plain text that name a day, month or year, resolved against the instant the call started. In text order, none overlapping. */
export function findDays(text: string, startedAt: string): DayWords[] {
  const found: DayWords[] = [];
  for (const { rank, expression } of compiled) {
    for (const match of text.matchAll(expression)) {
      const groups: Groups = match.groups ?? {};
      const end = match.index + match[0].length;
      if (!isUsable(rank, groups) || found.some((other) => match.index < other.end && other.start < end)) continue;
      const value = resolvedValue(rank, groups, startedAt);
      const isImpossible = value !== null && /^\d{4}-\d\d-\d\d$/.test(value) && !isDate(value);
      if (isImpossible || (value === null && !wordsOnly.has(rank))) continue;
      found.push({ start: match.index, end, value, period: groups.period ?? null, rank: rankOf(rank, value) });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}
