import type { Elements, Kind, Scope } from "../orders/index.ts";
import type { PartRules } from "../platform/rules/index.ts";
import { outcomeOf } from "./summary-outcome.ts";
import { dated, recordWords } from "./summary-words.ts";
import { headlineIn } from "./talk/letter.ts";
import type { Restatement } from "./talk/restatement.ts";
import { matterTurns, overlap } from "./talk/substance.ts";
import type { Talk } from "./talk/talk.ts";
import { cutAtClause, inThirdPerson, tidy } from "./talk/wording.ts";

/** What a summary is composed of, all decided before. */
export type SummaryInput = {
  readonly talk: Talk;
  readonly elements: Elements;
  readonly kind: Kind;
  readonly scope: Scope;
  readonly area: { readonly district: string | null; readonly street: string | null };
  readonly confidential: boolean;
  readonly restatement: Restatement | null;
  readonly quotes: readonly string[];
};

const summaryMin = 80;
const summaryMax = 200;
/** Share of its pairs of characters from which words count as told already. */
const told = 0.6;
/** Share of the place that the event must hold for it not to be said twice. */
const placed = 0.4;
/** Room that the demand and the outcome keep when the event is long, in characters. */
const eventMax = 110;
const priorMax = 60;
const quotesMax = 2;

const verbs: Readonly<Record<Kind, string>> = { 咨询: "咨询", 求助: "求助", 投诉: "反映", 举报: "举报", 建议: "建议" };
const wishLead =
  /^(?:(?:其)?(?:的)?(?:诉求|要求)(?:就)?是?|(?:其|我)?(?:就是|就|也)?(?:想要?|希望|要求|请求|能不能|请|要|盼)(?:你们也?|政府|有关部门)?(?!回|到))+|^你们也?/u;

const letterWishLead =
  /^(?:(?:强烈|再次|特|现|也|还)?(?:麻烦|恳请|恳求|盼望|期盼|渴望|呼吁|望|盼|请求|希望|要求))+[，：]?/u;

/** 来电人薛先生, with what was asked about the name: （不愿透露姓名，要求保密）. */
function callerOf({ elements, confidential, kind, talk }: SummaryInput): string {
  const name = elements.name?.value ?? "";
  const notes = [
    name.length === 1 ? `姓${name}` : "",
    name === "" && elements.name?.status === "来电人不愿提供" ? "不愿透露姓名" : "",
    confidential ? "要求保密" : "",
  ].filter((note) => note !== "");
  const who = talk.call.direction === "web" ? "来信人" : "来电人";
  return `${who}${name.length > 1 ? name : ""}${notes.length > 0 ? `（${notes.join("，")}）` : ""}${verbs[kind]}：`;
}

/** The district and street stand before the place once; a consultation that names none has none. */
function withArea(text: string, area: SummaryInput["area"]): string {
  const { district, street } = area;
  if (street && !text.includes(street)) {
    const at = district ? text.indexOf(district) : -1;
    if (district && at >= 0) return text.replace(district, `${district}${street}`);
    return `${district ?? ""}${street}${text}`;
  }
  if (!district || text.includes(district)) return text;
  return street ? text.replace(street, `${district}${street}`) : `${district}${text}`;
}

function matterOf(input: SummaryInput): string {
  const { elements, kind, talk, area } = input;
  const event = recordWords(dated(elements.event?.value ?? elements.content?.value ?? "", talk.call.startedAt));
  if (kind === "咨询") return cutAtClause(event, eventMax);
  const place = recordWords(elements.place?.value ?? "");
  const isPlaced = place === "" || overlap(place, event) >= placed;
  const text = isPlaced ? withArea(event, area) : `${withArea(place, area)}，${event}`;
  return cutAtClause(text, eventMax).replace(/[，；：]+$/u, "");
}

function sentence(prefix: string, value: string, already: string, suffix = "。"): string {
  const clean = value.replace(/[，。；：]+$/u, "");
  return clean.length < 2 || overlap(clean, already) >= told ? "" : `${prefix}${clean}${suffix}`;
}

function wishOf(input: SummaryInput): string {
  const value = recordWords(dated(input.elements.demand?.value ?? "", input.talk.call.startedAt));
  const wish = input.talk.call.direction === "web" ? value.replace(letterWishLead, "") : value;
  return cutAtClause(wish.replace(wishLead, "").replace(/[，。；]+$/u, ""), priorMax);
}

/** What the caller told besides, for a call that says more than its elements hold. */
function moreOf({ talk, restatement }: SummaryInput): string[] {
  return matterTurns(talk, restatement, 5).flatMap((turn) =>
    recordWords(
      dated(
        inThirdPerson(tidy(turn.text.slice(turn.isWritten ? (headlineIn(turn.text)?.end ?? 0) : 0)), turn.isWritten),
        talk.call.startedAt,
      ),
    )
      .split(/[。；]/u)
      .filter((text) => text.length >= 6),
  );
}

function endOf(rules: Pick<PartRules, "kinds" | "scope">, input: SummaryInput, already: string): string {
  const { elements, kind, scope, talk } = input;
  let text = "";
  if (kind === "建议") text += sentence("理由：", recordWords(elements.reason?.value ?? ""), already);
  const none = elements.priorHandling?.value === "此前没有反映过";
  const prior = recordWords(dated(elements.priorHandling?.value ?? "", talk.call.startedAt));
  if (kind !== "咨询" && none) text += "此前未向其他部门反映。";
  else if (kind !== "咨询") text += sentence("", cutAtClause(prior, priorMax), already);
  const wish = wishOf(input);
  const isTold = kind === "建议" && overlap(wish, already) >= placed;
  if (kind !== "咨询" && !isTold) text += sentence("要求", wish, talk.call.direction === "web" ? already : "");
  const outcome = outcomeOf(rules, talk, kind, scope);
  const room = summaryMax - already.length - text.length - outcome.end.length - 1;
  if (outcome.told !== "" && room > 20) {
    text += `${cutAtClause(outcome.told, room).replace(/[，。；：]+$/u, "")}。${outcome.end}`;
  }
  return text;
}

/**
 * 主要内容 in the third person (S4 5.2.4.1, 附录D): who, where, when and what, what was tried, what is wanted, and how it ended
 * for a consultation or another channel. Eighty to two hundred characters where the call holds as much; beyond the frame only
 * words of the call, with threats in quotation marks (附录C.4).
 */
export function summaryOf(rules: Pick<PartRules, "kinds" | "scope">, input: SummaryInput): string {
  let text = `${callerOf(input)}${matterOf(input)}。`;
  for (const quote of input.quotes.slice(0, quotesMax)) {
    if (text.length + quote.length < summaryMax - 30) text += `来电人称“${quote}”。`;
  }
  const end = endOf(rules, input, text);
  for (const more of moreOf(input)) {
    if (text.length + end.length >= summaryMin) break;
    text += sentence("", more, text + end);
  }
  text += end;
  return text.length <= summaryMax ? text : `${cutAtClause(text, summaryMax - 1).replace(/[，。；：]+$/u, "")}。`;
}
