import type { Kind, Scope } from "../orders/index.ts";
import { firstMatch, type PartRules, says } from "../platform/rules/index.ts";
import type { Talk, Turn } from "./talk/talk.ts";

type OutcomeRules = Pick<PartRules, "kinds" | "scope">;

const lead =
  /^(?:.{1,4}(?:先生|女士|大爷|阿姨|同学)[，。]?)?(?:抱歉|对不起|不好意思)?.{0,2}让您久等了?[，。]?|(?:帮|为)您查询到的信息是[，。：]?/gu;
const source = /(?:根据|依据|按照)([^，。]{2,34}?)(?:，|。|$)/u;
const shelf = /(?:在|于)?(?:12345)?热线(?:数据库|知识库)(?:里|中)?(?:公布)?的?|公布的?|发布的?/gu;
const closing = /清楚了吗|其他帮助|感谢您|再见|请稍等|稍等一下|(?:给|为)您登记|已经登记|联系电话|不用谢|客气/u;
const understood = /清楚|明白|懂了|知道了|记住|记下|晓得/u;
/** Where an emergency line was named. */
const lines = /1(?:10|19|20|22)/gu;
const answersMin = 10;

/** The agent's words to the caller, as told about the caller. */
function toldAbout(text: string): string {
  return text
    .replace(lead, "")
    .replace(/(?:^|，)(?:先生|女士|同学)?您好[，。]/gu, "")
    .replace(/请?您(?:可以)?(?=拨打|联系|向|到|通过|凭|加拨)/gu, "可")
    .replace(/(?:是|对)的[，。]/gu, "")
    .replace(/您/gu, "其")
    .replace(/[，。？！]+$/gu, "");
}

/** What was answered: the agent turns from the first that names its source to the closing, with that source. */
function answerOf(rules: OutcomeRules, talk: Talk): string {
  const isAnswer = (turn: Turn): boolean =>
    says(rules.kinds.answered, turn.text) || says(talk.listening.answers.given, turn.text);
  const first = talk.agent.find((turn) => turn.text.length >= answersMin && isAnswer(turn));
  if (!first) return "";
  const turns = talk.agent.filter(
    (turn) =>
      turn.at >= first.at && turn.text.length >= answersMin && !/？$/u.test(turn.text) && !closing.test(turn.text),
  );
  const named = source.exec(first.text);
  const from = named?.[1] ? `已依据${named[1].replace(shelf, "").replace(/里(?:的)?$/u, "")}答复：` : "已答复：";
  const said = turns.map((turn) => toldAbout(turn.text.replace(turn === first && named ? named[0] : /^$/u, "")));
  return `${from}${said.filter((text) => text !== "").join("；")}`;
}

function refusalOf(rules: OutcomeRules, talk: Talk, scope: Scope): string {
  const exclusion = rules.scope.exclusions.find((each) => each.scope === scope);
  const turn = talk.agent.findLast((each) => !/？$/u.test(each.text) && firstMatch(exclusion?.agent, each.text));
  return turn ? `已告知：${toldAbout(turn.text)}` : "";
}

/** How the call ended, in the agent's own words: the answer and its source, the channel that was named, or the emergency line. */
export function outcomeOf(rules: OutcomeRules, talk: Talk, kind: Kind, scope: Scope): { told: string; end: string } {
  const named = [...new Set(talk.agent.flatMap((turn) => turn.text.match(lines) ?? []))];
  if (["110", "119", "120", "122"].includes(scope)) {
    return { told: named.length > 0 ? `坐席已告知拨打${named.join("、")}` : "", end: "" };
  }
  const told = scope !== "受理" ? refusalOf(rules, talk, scope) : kind === "咨询" ? answerOf(rules, talk) : "";
  const end =
    told !== "" && talk.citizen.slice(-3).some((turn) => understood.test(turn.text)) ? "来电人表示清楚。" : "";
  return { told, end };
}
