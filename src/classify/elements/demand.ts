import type { Element, Kind } from "../../orders/index.ts";
import { firstMatch, says } from "../../platform/rules/index.ts";
import { clausesOf } from "../../platform/text/index.ts";
import { matterOf, type Restatement } from "../talk/restatement.ts";
import { askedAbout, type Talk, type Turn } from "../talk/talk.ts";
import { cutAtClause, thirdPerson, tidy } from "../talk/wording.ts";
import { notObtained, recorded } from "./element.ts";
import type { Threat } from "./threat.ts";

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

function toldWishes(talk: Talk, topic: "demand" | "question" | "proposal"): Wish[] {
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

/** 咨询: the answer wanted is what the agent read back as the question, else the caller's question itself. */
function questionOf(talk: Talk, restatement: Restatement | null): Element {
  const asked = toldWishes(talk, "question");
  const main = asked[0];
  const turns = asked.map((wish) => wish.turn);
  const restated = restatement ? thirdPerson(matterOf(restatement)) : "";
  if (!main) return notObtained(talk, "demand");
  const value = `了解${cutAtClause(restated.length >= 6 ? restated : thirdPerson(tidy(main.turn.text)), valueMax)}`;
  return recorded({
    value,
    turn: main.turn,
    start: main.start,
    end: main.end,
    also: turns.slice(1),
    why: "来电人的提问",
  });
}

/** 诉求: what the caller wants done, or for 咨询 what answer is wanted. The confirmed restatement words it, the caller's words prove it. */
export function demandOf(talk: Talk, restatement: Restatement | null, kind: Kind, threats: readonly Threat[]): Element {
  if (kind === "咨询") return questionOf(talk, restatement);
  const proposals = kind === "建议" ? toldWishes(talk, "proposal") : [];
  const isThreat = (wish: Wish): boolean =>
    threats.some((threat) => threat.turn === wish.turn && threat.start < wish.end && wish.start < threat.end);
  const wishes = [...proposals, ...askedWishes(talk), ...toldWishes(talk, "demand")].filter((wish) => !isThreat(wish));
  const main = wishes[0];
  const restated = restatement?.demand
    ? thirdPerson(restatement.turn.text.slice(restatement.demand.start, restatement.demand.end)).replace(
        /[，。]+$/u,
        "",
      )
    : "";
  const isRestated = restated.length >= 4;
  if (!main) {
    if (!restatement?.demand) return notObtained(talk, "demand");
    return recorded({ value: restated, turn: restatement.turn, ...restatement.demand, why: "坐席复述的要求" });
  }
  const value = cutAtClause(isRestated ? restated : wordsOf(main), valueMax);
  const later = wishes.slice(1).map((wish) => wish.turn);
  const also = [...later.slice(-2), ...(isRestated && restatement ? [restatement.turn] : [])];
  const why = isRestated ? "坐席复述的要求，来电人没有异议" : "来电人说的要求";
  return recorded({ value, turn: main.turn, start: main.start, end: main.end, also, why });
}
