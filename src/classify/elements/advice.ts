import type { Element } from "../../orders/index.ts";
import { firstMatch, says } from "../../platform/rules/index.ts";
import { clausesOf } from "../../platform/text/index.ts";
import { substantialTurns } from "../talk/substance.ts";
import { askedAbout, type Talk, type Turn } from "../talk/talk.ts";
import { cutAtClause, thirdPerson, tidy } from "../talk/wording.ts";
import { empty, notObtained, recorded } from "./element.ts";

const spanMax = 80;

function reasonIn(talk: Talk, turn: Turn): { turn: Turn; start: number; end: number } | null {
  const clause = clausesOf(turn.text).find((each) => says(talk.listening.topics.reason.told, each.text));
  if (!clause) return null;
  const start =
    clause.text.length > spanMax
      ? clause.start + (firstMatch(talk.listening.topics.reason.told, clause.text)?.index ?? 0)
      : clause.start;
  return { turn, start, end: Math.min(turn.text.length, start + spanMax) };
}

/** 建议理由 (附录C.2): the caller's words for why; never made up. */
export function reasonOf(talk: Talk): Element {
  const replies = askedAbout(talk, "reason").flatMap(({ replies }) => replies.slice(0, 1));
  const answered = replies.find((turn) => turn.text.length >= 4);
  const found = substantialTurns(talk).flatMap((turn) => reasonIn(talk, turn) ?? [])[0];
  const part = found ?? (answered ? { turn: answered, start: 0, end: Math.min(answered.text.length, spanMax) } : null);
  if (!part) return notObtained(talk, "reason");
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
