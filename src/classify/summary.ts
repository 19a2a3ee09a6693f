import type { Elements, Kind } from "../orders/index.ts";
import type { Restatement } from "./talk/restatement.ts";
import { matterTurns, overlap } from "./talk/substance.ts";
import type { Talk } from "./talk/talk.ts";
import { cutAtClause, thirdPerson, tidy } from "./talk/wording.ts";

const summaryMin = 80;
const summaryMax = 200;
/** Share of the place that the event must hold for it not to be said twice. */
const told = 0.4;

const verbs: Readonly<Record<Kind, string>> = { 咨询: "咨询", 求助: "求助", 投诉: "反映", 举报: "举报", 建议: "建议" };

function sentence(prefix: string, value: string | null | undefined, already: string): string {
  if (!value) return "";
  const clean = value.replace(/[，。；？！]+$/u, "");
  return clean === "" || already.includes(clean) ? "" : `${prefix}${clean}。`;
}

/** 主要内容 in the third person, eighty to two hundred characters where the call holds as much, only from words of the call. */
export function summaryOf(
  talk: Talk,
  elements: Elements,
  kind: Kind,
  restatement: Restatement | null,
  quotes: readonly string[],
): string {
  const name = elements.name?.value ?? "";
  const named = name.length === 1 ? `来电人（姓${name}）` : `来电人${name}`;
  const who = name !== "" ? named : elements.name?.status === "来电人不愿提供" ? "来电人（不愿透露姓名）" : "来电人";
  let text = `${who}${verbs[kind]}：`;
  const place = elements.place?.value ?? "";
  const event = elements.event?.value ?? "";
  if (kind !== "咨询" && place !== "" && overlap(place, event) < told) text += `${place}，`;
  text += sentence("", event, text);
  for (const quote of quotes.slice(0, 1)) text += `来电人称“${quote}”。`;
  if (kind !== "咨询") text += sentence("", elements.priorHandling?.value, text);
  if (kind !== "咨询") text += sentence("要求", elements.demand?.value?.replace(/^要求/u, ""), text);
  for (const turn of matterTurns(talk, restatement, 4)) {
    if (text.length >= summaryMin) break;
    text += sentence("", thirdPerson(tidy(turn.text)), text);
  }
  return text.length <= summaryMax ? text : `${cutAtClause(text, summaryMax - 1).replace(/[，。；]+$/u, "")}。`;
}
