import { greetingDayOf } from "../festival.ts";
import { against, holds, type Judge } from "../judge.ts";
import type { Line, Talk } from "../talk.ts";

/** The agent's lines before the caller first speaks, else the first one. */
function openingOf(talk: Talk): Line[] {
  const firstCitizen = talk.citizen[0]?.at ?? Number.POSITIVE_INFINITY;
  const before = talk.agent.filter((line) => line.at < firstCitizen);
  return before.length > 0 ? before : talk.agent.slice(0, 1);
}

/** 开头语不规范: the opening needs the greeting of the day and an offer of help (S4 附录B.1.2; S1 row 1). */
export const judgeGreeting: Judge = ({ talk, rules }) => {
  const opening = openingOf(talk);
  const first = opening[0];
  if (!first) return [];
  const words = opening.map((line) => line.plain).join("");
  const day = greetingDayOf(rules, talk.startedAt);
  const heads = rules.phrases.greetings
    .filter((greeting) => greeting.day === day)
    .flatMap((greeting) => greeting.heads);
  if (!heads.some((head) => words.includes(head))) {
    return [against(first, "扣分", `${day}开头语应有“${heads.join("”或“")}”`)];
  }
  if (holds(rules.phrases.greetingOffer, words)) return [];
  return [against(first, "扣分", "开头语没有询问需要什么帮助")];
};
