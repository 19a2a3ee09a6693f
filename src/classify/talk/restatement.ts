import { everyMatch, firstMatch, says } from "../../platform/rules/index.ts";
import { agrees, denies, repliesTo, type Talk, type Turn } from "./talk.ts";

/** What the agent read back and the caller did not deny. Offsets are of the turn's plain text. */
export type Restatement = {
  readonly turn: Turn;
  readonly confirmed: boolean;
  readonly replies: readonly Turn[];
  readonly start: number;
  readonly end: number;
  readonly demand: { readonly start: number; readonly end: number } | null;
};

/** Shortest turn that can restate a matter, and shortest matter, in characters. */
const turnMin = 14;
const lengthMin = 8;

/** Where the matter begins after 好的，王先生，跟您确认一下，您反映. What the agent says before checking is not part of it. */
function bodyStart(talk: Talk, text: string): number {
  const check = everyMatch(talk.listening.restatement.checks, text).find(
    (match) => text.length - match.index - match.length >= lengthMin,
  );
  let start = check ? check.index + check.length : 0;
  for (let round = 0; round < 5; round += 1) {
    const lead = firstMatch(talk.listening.restatement.lead, text.slice(start));
    if (!lead || lead.index > 0) break;
    start += lead.length;
  }
  return start;
}

function demandIn(talk: Talk, text: string, start: number, end: number): Restatement["demand"] {
  const found = everyMatch(talk.listening.restatement.demand, text.slice(start, end));
  const opener = found.at(0);
  if (!opener) return null;
  const from = start + opener.index + opener.length;
  return end - from >= 2 ? { start: from, end } : null;
}

function parse(talk: Talk, turn: Turn): Restatement | null {
  const replies = repliesTo(talk, turn);
  if (denies(talk, replies)) return null;
  const start = bodyStart(talk, turn.text);
  const tail = everyMatch(talk.listening.restatement.tail, turn.text).find((match) => match.index - start >= lengthMin);
  const isChecked = tail !== undefined || says(talk.listening.restatement.checks, turn.text);
  const atEnd = tail?.index ?? turn.text.length;
  if (!isChecked || atEnd - start < lengthMin || (!tail && says(talk.listening.answers.given, turn.text))) return null;
  const demand = demandIn(talk, turn.text, start, atEnd);
  return { turn, confirmed: agrees(talk, replies), replies, start, end: atEnd, demand };
}

/** Restatements in the order said, those the caller denied left out. */
export function findRestatements(talk: Talk): Restatement[] {
  return talk.agent
    .filter((turn) => turn.text.length >= turnMin && says(talk.listening.restatement.opens, turn.text))
    .flatMap((turn) => parse(talk, turn) ?? []);
}

/** The one that tells most: confirmed before unconfirmed, then the longest. Null when the agent never restated. */
export function bestRestatement(restatements: readonly Restatement[]): Restatement | null {
  const rank = (each: Restatement): number => (each.confirmed ? 40 : 0) + Math.min(each.end - each.start, 120);
  return [...restatements].sort((a, b) => rank(b) - rank(a))[0] ?? null;
}

const demandLead = /[，。]?(?:您(?:现在)?(?:的)?)?(?:诉求|要求|希望|想要?|需要|请求|请|期望)[^，。]{0,4}$/u;
const matterLead =
  /^[，。：是]*(?:请问)?(?:您)?(?:是)?(?:想)?(?:要)?(?:反映|咨询|了解|问(?!题)|举报|投诉|建议|求助)?(?:的)?(?:问题|情况)?(?:是)?[，。：]*/u;
/** Fewer characters before the demand are no matter: 您希望帮您查一下. */
const matterMin = 4;

/** The matter without the demand, as the agent worded it; empty when only a demand was read back. */
export function matterOf(restatement: Restatement): string {
  const { turn, start, end, demand } = restatement;
  const matter = demand ? turn.text.slice(start, demand.start).replace(demandLead, "") : turn.text.slice(start, end);
  const clean = matter.replace(matterLead, "").replace(/[，。？]+$/u, "");
  return clean.length < matterMin ? "" : clean;
}
