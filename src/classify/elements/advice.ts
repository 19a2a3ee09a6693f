import type { Element } from "../../orders/index.ts";
import { firstMatch, says } from "../../platform/rules/index.ts";
import { clausesOf } from "../../platform/text/index.ts";
import type { Restatement } from "../talk/restatement.ts";
import { overlap, substantialTurns } from "../talk/substance.ts";
import { askedAbout, type Talk, type Turn } from "../talk/talk.ts";
import { cutAtClause, thirdPerson, tidy } from "../talk/wording.ts";
import { empty, notObtained, recorded } from "./element.ts";
import { tellingPart } from "./event.ts";

const spanMax = 80;
/** Shortest answer that can give a reason, and longest that may be a mere yes or no, in characters. */
const answerMin = 4;
const consentMax = 12;

function reasonIn(talk: Talk, turn: Turn): { turn: Turn; start: number; end: number } | null {
  const clause = clausesOf(turn.text).find((each) => says(talk.listening.topics.reason.told, each.text));
  if (!clause) return null;
  const start =
    clause.text.length > spanMax
      ? clause.start + (firstMatch(talk.listening.topics.reason.told, clause.text)?.index ?? 0)
      : clause.start;
  return { turn, start, end: Math.min(turn.text.length, start + spanMax) };
}

/** 因为老人没有锻炼的地方: the reason as the agent read it back and the caller agreed to. */
const reasonRead =
  /(?:因为|由于|理由是|原因是|主要是因为|考虑到)(?<reason>[^？。]{4,60}?)[，]?(?:对吗|是吗|对吧|是吧|对不对|是这样吗|没错吧|$)/u;

/** The caller's words for the reason read back, or the agent's own where the caller only agreed. */
function reasonOfRestatement(talk: Talk, restatement: Restatement | null): Element | null {
  const match = restatement?.confirmed ? reasonRead.exec(restatement.turn.text) : null;
  const words = match?.groups?.reason;
  if (!restatement || !match || !words) return null;
  const turn = [...substantialTurns(talk)].sort((a, b) => overlap(words, b.text) - overlap(words, a.text))[0];
  const value = cutAtClause(thirdPerson(words), spanMax);
  const why = "坐席复述的理由，来电人没有异议";
  if (turn && overlap(words, turn.text) > 0)
    return recorded({ value, turn, ...tellingPart(turn, words), also: [restatement.turn], why });
  const start = match.index + match[0].indexOf(words);
  return recorded({ value, turn: restatement.turn, start, end: start + words.length, also: restatement.replies, why });
}

/** 对，就这两条: a word of consent or thanks, or a few characters, gives no reason. */
function isOnlyConsent({ listening }: Talk, { text }: Turn): boolean {
  if (text.length < answerMin || says(listening.emptyTalk, text.replace(/[，。！？]/gu, ""))) return true;
  return text.length <= consentMax && (says(listening.yes, text) || says(listening.no, text));
}

/** 建议理由 (附录C.2): the caller's words for why; never made up. */
export function reasonOf(talk: Talk, restatement: Restatement | null): Element {
  const replies = askedAbout(talk, "reason").flatMap(({ replies }) => replies.slice(0, 1));
  const answered = replies.find((turn) => !isOnlyConsent(talk, turn));
  const found = substantialTurns(talk).flatMap((turn) => reasonIn(talk, turn) ?? [])[0];
  const part = found ?? (answered ? { turn: answered, start: 0, end: Math.min(answered.text.length, spanMax) } : null);
  if (!part) return reasonOfRestatement(talk, restatement) ?? notObtained(talk, "reason");
  const value = cutAtClause(thirdPerson(tidy(part.turn.text.slice(part.start, part.end))), spanMax);
  return recorded({ value, ...part, why: "来电人说的理由" });
}

/** 咨询内容 (附录C.1): the question in full, every turn of the caller that asks. */
export function contentOf(talk: Talk, event: Element): Element {
  const asking = substantialTurns(talk).filter((turn) => says(talk.listening.topics.question.told, turn.text));
  const turns = asking.length > 0 ? asking : substantialTurns(talk).slice(0, 1);
  const main = turns[0];
  if (!main) return event.value === null ? empty("未询问", "没有听到要咨询什么") : { ...event };
  const value = cutAtClause(
    turns
      .slice(0, 4)
      .map((turn) => thirdPerson(tidy(turn.text)))
      .join("；"),
    400,
  );
  return recorded({
    value,
    turn: main,
    start: 0,
    end: Math.min(main.text.length, 120),
    also: turns.slice(1),
    why: "来电人的提问",
  });
}
