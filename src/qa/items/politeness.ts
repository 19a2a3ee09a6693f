import { against, type Case, holds, type Judge } from "../judge.ts";
import type { Line } from "../talk.ts";

/** A polite agent has a polite word in at least this share of the lines between opening and closing. */
const politeShareMin = 0.4;
/** Fewer lines tell nothing about a manner. */
const linesMin = 3;
const curtLengthMax = 14;

/** A bare question or order: short, no polite word. */
function isCurt(input: Case, line: Line): boolean {
  const { polite, question, familiar, backchannel } = input.rules.rubric.signals;
  const words = line.plain;
  if (holds(polite, words) || holds(backchannel, words) || words.length > curtLengthMax) return false;
  return holds(question, words) || holds(familiar, words) || words.replace(/[，。！？]/gu, "").length <= 3;
}

/** Fewer characters between two stops are no sentence. */
const scrapMax = 5;
const vocative = /^[，。\s]*\p{Script=Han}{1,2}(?:先生|女士|师傅|大爷|阿姨|大姐|大哥|老师|同志)(?=[，。])/u;

/** 姓什么？ 电话。 哪个村的，几号楼？: only scraps, each a bare demand. */
function isBareDemand({ rules }: Case, { plain }: Line): boolean {
  const scraps = plain
    .replace(vocative, "")
    .split(/[，。？?！!\s]+/u)
    .filter(Boolean);
  const { bareDemand } = rules.rubric.signals;
  return scraps.length > 0 && scraps.every((scrap) => scrap.length <= scrapMax && holds(bareDemand, scrap));
}

/** 缺少礼貌用语: the call is led in bare questions and orders, without 您, 请, 谢谢 (S1 row 10). */
export const judgePoliteness: Judge = (input) => {
  const between = input.talk.agent.slice(1, -1);
  const demands = between.filter((line) => isBareDemand(input, line));
  const demanded = demands.map((line) => against(line, "扣分", "直接索要姓名、电话等，没有“请问、麻烦您”等用语"));
  if (between.length < linesMin) return demanded;
  const polite = between.filter((line) => holds(input.rules.rubric.signals.polite, line.plain)).length;
  const curt = between.filter((line) => isCurt(input, line));
  if (polite / between.length >= politeShareMin || curt.length < 2) return demanded;
  const share = `${between.length} 句中只有 ${polite} 句有礼貌用语`;
  return curt.map((line) => against(line, "扣分", `没有“您、请、谢谢”等用语（${share}）`));
};
