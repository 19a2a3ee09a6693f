import type { Element, Kind } from "../../orders/index.ts";
import { clausesOf } from "../../platform/text/index.ts";
import { firstMatch, says } from "../talk/matches.ts";
import type { Restatement } from "../talk/restatement.ts";
import { askedAbout, type Talk, type Turn } from "../talk/talk.ts";
import { cutAtClause, thirdPerson, tidy } from "../talk/wording.ts";
import { notObtained, recorded } from "./element.ts";

type Wish = { turn: Turn; start: number; end: number };

const valueMax = 80;
const spanMax = 60;

/** The clause with the wish and what follows it closely. */
function wishIn(turn: Turn, index: number): Wish {
  const clause = clausesOf(turn.text).find((each) => each.start <= index && index < each.end);
  const start = clause && clause.text.length <= spanMax ? clause.start : index;
  const end = Math.min(clause?.end ?? turn.text.length, start + spanMax);
  return { turn, start, end };
}

function toldWishes(talk: Talk, topic: "demand" | "question"): Wish[] {
  return talk.citizen.flatMap((turn) => {
    const found = firstMatch(talk.listening.topics[topic].told, turn.text);
    return found ? [wishIn(turn, found.index)] : [];
  });
}

/** 您希望怎么解决 — the whole reply is the wish. */
function askedWishes(talk: Talk): Wish[] {
  return askedAbout(talk, "demand")
    .flatMap(({ replies }) => replies.slice(0, 2))
    .filter((turn) => turn.text.length >= 4 && !says(talk.listening.emptyTalk, turn.text.replace(/[，。！？]/gu, "")))
    .map((turn) => ({ turn, start: 0, end: Math.min(turn.text.length, valueMax) }));
}

function wordsOf(wish: Wish): string {
  return thirdPerson(tidy(wish.turn.text.slice(wish.start, wish.end)));
}

/** 诉求: what the caller wants done, or for 咨询 what answer is wanted. The confirmed restatement words it, the caller's words prove it. */
export function demandOf(talk: Talk, restatement: Restatement | null, kind: Kind): Element {
  const told = [...askedWishes(talk), ...toldWishes(talk, "demand")];
  const wishes = kind === "咨询" ? [...toldWishes(talk, "question"), ...told] : told;
  const main = wishes[0] ?? (kind === "咨询" ? undefined : toldWishes(talk, "question")[0]);
  const restated = restatement?.demand
    ? thirdPerson(restatement.turn.text.slice(restatement.demand.start, restatement.demand.end))
    : "";
  if (!main) {
    if (!restatement?.demand) return notObtained(talk, "demand");
    return recorded({ value: restated, turn: restatement.turn, ...restatement.demand, why: "坐席复述的要求" });
  }
  const own = kind === "咨询" ? `了解：${wordsOf(main)}` : wordsOf(main);
  const value = cutAtClause(restated.length >= 4 ? restated.replace(/[，。]+$/u, "") : own, valueMax);
  const later = wishes
    .slice(1)
    .map((wish) => wish.turn)
    .filter((turn) => turn !== main.turn);
  const also = [...later.slice(-2), ...(restated.length >= 4 && restatement ? [restatement.turn] : [])];
  return recorded({
    value,
    turn: main.turn,
    start: main.start,
    end: main.end,
    also,
    why: restated.length >= 4 ? "坐席复述的要求，来电人确认" : "来电人说的要求",
  });
}
