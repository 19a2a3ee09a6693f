import type { Element, Kind } from "../../orders/index.ts";
import { firstMatch, says } from "../../platform/rules/index.ts";
import { clausesOf, sentencesOf } from "../../platform/text/index.ts";
import { headlineIn } from "../talk/letter.ts";
import { questionsOfLetter, wishOfLetter } from "../talk/letter-wish.ts";
import { matterOf, type Restatement } from "../talk/restatement.ts";
import { overlap, substantialTurns } from "../talk/substance.ts";
import { agrees, askedAbout, repliesTo, type Talk, type Turn } from "../talk/talk.ts";
import { cutAtClause, inThirdPerson, thirdPerson, tidy } from "../talk/wording.ts";
import { notObtained, recorded } from "./element.ts";
import { tellingPart } from "./event.ts";
import type { Threat } from "./threat.ts";

type Wish = { turn: Turn; start: number; end: number };

const valueMax = 80;
const spanMax = 60;
const questionMax = 120;
/** Shortest question that adds to what was read back, and shortest restatement that words it, in characters. */
const besidesMin = 5;
const restatedMin = 6;
const restatedLeast = 4;

/** From the clause with the wish to the end of its sentence. */
function wishIn(turn: Turn, index: number): Wish {
  const clause = clausesOf(turn.text).find((each) => each.start <= index && index < each.end);
  const sentence = sentencesOf(turn.text).find((each) => each.start <= index && index < each.end);
  const start = clause && clause.text.length <= spanMax ? clause.start : index;
  return { turn, start, end: Math.min(sentence?.end ?? turn.text.length, start + spanMax) };
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

/** 对，还有就是要不要钱: what the caller asks besides, in answer to the question read back. */
function askedBesides(asked: readonly Wish[], restatement: Restatement | null): Wish | undefined {
  const reply = restatement?.replies[0];
  return asked.find((wish) => wish.turn === reply && wish.end - wish.start >= besidesMin);
}

/** Words before a question that only say that one is asked. */
const questionLead = /^(?:.{0,6}(?:想|要)?(?:请问|咨询|问|了解)(?:一下|下|您|几个问题)*[，：]?)+/u;

/** A letter has no agent who reads it back: its questions, or its headline when it only tells. */
function letterQuestion(turn: Turn): Element {
  const spans = questionsOfLetter(turn.text, questionMax);
  const first = spans[0] ?? { start: 0, end: headlineIn(turn.text)?.end ?? Math.min(turn.text.length, spanMax) };
  const words = [...(spans.length > 0 ? spans : [first])].map(({ start, end }) =>
    tidy(inThirdPerson(turn.text.slice(start, end), true)).replace(questionLead, ""),
  );
  return recorded({ value: `了解${cutAtClause(words.join("；"), questionMax)}`, turn, ...first, why: "来信人的提问" });
}

/** What a letter asks for, in its own words; null when it only tells. */
function letterDemand(turn: Turn): Element | null {
  const wish = wishOfLetter(turn.text);
  if (!wish) return null;
  const value = cutAtClause(tidy(inThirdPerson(turn.text.slice(wish.start, wish.end), true)), valueMax);
  return recorded({ value: value.replace(/的(?:报告|请示|建议|函)$/u, ""), turn, ...wish, why: "来信人说的要求" });
}

/** 咨询: the answer wanted is what the agent read back as the question and what the caller adds to it, else the caller's question itself. */
function questionOf(talk: Talk, restatement: Restatement | null): Element {
  const asked = toldWishes(talk, "question");
  const besides = askedBesides(asked, restatement);
  const main = besides ?? asked[0];
  const restated = restatement ? thirdPerson(matterOf(restatement)) : "";
  if (!main) return notObtained(talk, "demand");
  const isRestated = restated.length >= restatedMin;
  const own = thirdPerson(tidy(main.turn.text));
  const words = isRestated ? [restated, ...(besides ? [wordsOf(besides)] : [])] : [own];
  const others = asked.filter((wish) => wish !== main).map((wish) => wish.turn);
  const also = [...(isRestated && restatement ? [restatement.turn] : []), ...others];
  const value = `了解${cutAtClause(words.join("；"), questionMax)}`;
  return recorded({ value, turn: main.turn, start: main.start, end: main.end, also, why: "来电人的提问" });
}

/** 建议: the proposal the agent read back, borne out by the turn that it takes up most. */
function proposalRead(talk: Talk, restatement: Restatement): Element | null {
  const value = thirdPerson(matterOf(restatement)).replace(/^其?(?:是)?(?:想)?建议/u, "");
  if (value.length < restatedMin) return null;
  const proposals = toldWishes(talk, "proposal").map((wish) => wish.turn);
  const nearest = byOverlap(talk, value)[0];
  const turn = nearest && overlap(value, nearest.text) > 0 ? nearest : proposals[0];
  if (!turn) return null;
  const part = tellingPart(turn, value);
  const also = [restatement.turn, ...proposals];
  const why = "坐席复述的建议，来电人没有异议";
  return recorded({ value: cutAtClause(value, valueMax), turn, ...part, also, why });
}

/** Turns of the caller that share most with the words first. */
function byOverlap(talk: Talk, words: string): Turn[] {
  return [...substantialTurns(talk)].sort((a, b) => overlap(words, b.text) - overlap(words, a.text));
}

/** A wish that the agent read back, with the turns that agreed to it. */
type Read = Wish & { readonly also: readonly Turn[] };

const readWish =
  /您(?:的)?(?:现在|主要|就)?(?:是)?(?:想)?(?:要求(?:是)?|希望|诉求(?:就)?是|想(?:要|让|请)|请求)(?<wish>[^？。]{4,60}?)[，]?(?:对吗|是吗|对吧|是吧|对不对|是不是|是这样吗|没错吧)/u;

/** The demand of the restatement; a wish read back in another question where that one is none, or hardly a word. */
function wishRead(talk: Talk, restatement: Restatement | null): Read | null {
  const own = restatement?.demand
    ? { turn: restatement.turn, ...restatement.demand, also: restatement.replies.slice(0, 1) }
    : null;
  if (own && own.end - own.start > restatedMin) return own;
  for (const turn of talk.agent) {
    const match = readWish.exec(turn.text);
    const wish = match?.groups?.wish;
    const replies = repliesTo(talk, turn);
    if (!match || !wish || !agrees(talk, replies) || turn === restatement?.turn) continue;
    const start = match.index + match[0].indexOf(wish);
    return { turn, start, end: start + wish.length, also: replies.slice(0, 1) };
  }
  return own;
}

/** What the caller says he wants, the threats left out. */
function ownWishes(talk: Talk, kind: Kind, threats: readonly Threat[]): Wish[] {
  const proposals = kind === "建议" ? toldWishes(talk, "proposal") : [];
  const isThreat = (wish: Wish): boolean =>
    threats.some((threat) => threat.turn === wish.turn && threat.start < wish.end && wish.start < threat.end);
  return [...proposals, ...askedWishes(talk), ...toldWishes(talk, "demand")].filter((wish) => !isThreat(wish));
}

/** What the caller says, worded by what the agent read back where that was agreed to. */
function spokenDemand(main: Wish, later: readonly Wish[], read: Read | null): Element {
  const restated = read ? wordsOf(read).replace(/[，。]+$/u, "") : "";
  const isRestated = restated.length >= restatedLeast;
  const value = cutAtClause(isRestated ? restated : wordsOf(main), valueMax);
  const also = [...(isRestated && read ? [read.turn, ...read.also] : []), ...later.map((wish) => wish.turn).slice(-2)];
  const why = isRestated ? "坐席复述的要求，来电人没有异议" : "来电人说的要求";
  return recorded({ value, turn: main.turn, start: main.start, end: main.end, also, why });
}

/** 诉求: what the caller wants done, or for 咨询 what answer is wanted. The confirmed restatement words it, the caller's words prove it. */
export function demandOf(talk: Talk, restatement: Restatement | null, kind: Kind, threats: readonly Threat[]): Element {
  const letter = talk.citizen.find((turn) => turn.isWritten);
  if (kind === "咨询") return letter ? letterQuestion(letter) : questionOf(talk, restatement);
  const written = letter ? letterDemand(letter) : null;
  if (written) return written;
  const proposal = kind === "建议" && restatement ? proposalRead(talk, restatement) : null;
  if (proposal) return proposal;
  const [main, ...later] = ownWishes(talk, kind, threats);
  const read = wishRead(talk, restatement);
  if (main) return spokenDemand(main, later, read);
  if (!read) return notObtained(talk, "demand");
  const value = cutAtClause(wordsOf(read).replace(/[，。]+$/u, ""), valueMax);
  const told = byOverlap(talk, value).slice(0, 1);
  return recorded({ ...read, value, also: [...read.also, ...told], why: "坐席复述的要求" });
}
