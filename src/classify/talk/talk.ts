import type { Call, Utterance } from "../../orders/index.ts";
import { type PartRules, says } from "../../platform/rules/index.ts";
import { isUnmarked, normalise, type Plain, setMarks } from "../../platform/text/index.ts";
import { withoutCourtesies } from "./letter.ts";

export type Listening = PartRules["listening"];
export type Topic = keyof Listening["topics"];

/** One turn, made plain. `role` is who most likely spoke: labels of recognisers are sometimes wrong, and may be missing. */
export type Turn = {
  readonly i: number;
  readonly at: number;
  readonly role: "agent" | "citizen";
  readonly plain: Plain;
  readonly text: string;
  /** The turn without the marks that we set: one of them may part what is said in one breath (马上通知，村里和120). */
  readonly unset: Plain;
  /** A written message: its words are whole, and its courtesies are left out. */
  readonly isWritten: boolean;
};

/** A call as the engines read it. */
export type Talk = {
  readonly call: Call;
  readonly listening: Listening;
  readonly turns: readonly Turn[];
  readonly citizen: readonly Turn[];
  readonly agent: readonly Turn[];
  readonly citizenText: string;
  /** Whether the recogniser wrote no marks, so that ours were set. */
  readonly isBare: boolean;
};

/** Longer turns than this are no single sentence of an agent, in characters. */
const agentTurnMax = 200;

/** Who spoke: the words where they tell it for sure (recognisers mix labels up), else the label, else the form of address. */
function roleOf(utterance: Utterance, text: string, call: Call, voices: Listening["voices"]): Turn["role"] {
  if (call.direction === "web") return "citizen";
  const isShort = text.length <= agentTurnMax;
  if (isShort && says(voices.agent, text)) return "agent";
  if (utterance.speaker === "agent") return isShort && says(voices.citizen, text) ? "citizen" : "agent";
  if (utterance.speaker === "citizen") return "citizen";
  return isShort && says(voices.unknownAgent, text) ? "agent" : "citizen";
}

/** A headline and a paragraph of a letter end like sentences: 比赛黑幕|省运动会. */
const lineEnd = /(?<![，。！？；：、\s])\n(?=\s*\S)/gu;

/** A letter made plain, its lines told apart; characters keep their places in the source. */
function letterOf(source: string): Plain {
  return { ...normalise(source.replace(lineEnd, "。")), source };
}

/** Reads a call once: turns made plain, with marks where the recogniser set none, and split by who speaks. */
export function readTalk(call: Call, listening: Listening): Talk {
  const isWritten = call.direction === "web";
  const unset = call.utterances.map(({ text }) => (isWritten ? withoutCourtesies(letterOf(text)) : normalise(text)));
  const isBare = !isWritten && isUnmarked(unset.map(({ text }) => text));
  return talkOf(call, listening, unset, isBare);
}

/** The talk as the recogniser wrote it, without marks of ours: they part names that are spelled (姓谢谢谢的谢) and numbers told in pieces. */
export function asWritten(talk: Talk): Talk {
  if (!talk.isBare) return talk;
  const unset = talk.turns.map((turn) => turn.unset);
  return talkOf(talk.call, talk.listening, unset, false);
}

/** Words of a turn as they were said, without the marks that we set. */
export function asSaid(talk: Talk, words: string): string {
  return talk.isBare ? words.replace(/[，。？]/gu, "") : words;
}

/** The turns of a talk by their words without marks of ours, which are set where it is bare. */
function talkOf(call: Call, listening: Listening, words: readonly Plain[], isBare: boolean): Talk {
  const isWritten = call.direction === "web";
  const turns = words.flatMap((unset, at): Turn[] => {
    const utterance = call.utterances[at];
    if (!utterance) return [];
    const plain = isBare ? setMarks(unset) : unset;
    const role = roleOf(utterance, plain.text, call, listening.voices);
    return [{ i: utterance.i, at, plain, text: plain.text, unset, role, isWritten }];
  });
  const citizen = turns.filter((turn) => turn.role === "citizen" && turn.text !== "");
  const agent = turns.filter((turn) => turn.role === "agent" && turn.text !== "");
  const citizenText = citizen.map((turn) => turn.text).join("。");
  return { call, listening, turns, citizen, agent, citizenText, isBare };
}

/** Whether a turn says it, read with marks or as it was written. */
export function saysEither(matchers: Parameters<typeof says>[0], { text, unset }: Turn): boolean {
  return says(matchers, text) || (unset.text !== text && says(matchers, unset.text));
}

/** Turns of the caller that follow `turn` until the agent takes over again; at most three. */
export function repliesTo(talk: Talk, turn: Turn): Turn[] {
  const replies: Turn[] = [];
  for (const next of talk.turns.slice(turn.at + 1)) {
    if (next.role === "agent" && (replies.length > 0 || next.text.length > 4)) break;
    if (next.role === "citizen" && next.text !== "") replies.push(next);
    if (replies.length === 3) break;
  }
  return replies;
}

/** Agent turns that ask for the topic, with the caller's replies. */
export function askedAbout(talk: Talk, topic: Topic): { question: Turn; replies: Turn[] }[] {
  const { asked } = talk.listening.topics[topic];
  return talk.agent
    .filter((turn) => says(asked, turn.text))
    .map((question) => ({ question, replies: repliesTo(talk, question) }));
}

/** Whether the caller agrees in the replies: the first says yes and no. */
export function agrees(talk: Talk, replies: readonly Turn[]): boolean {
  const first = replies[0];
  return first !== undefined && says(talk.listening.yes, first.text) && !says(talk.listening.no, first.text);
}

/** Whether the caller says no in the first reply. */
export function denies(talk: Talk, replies: readonly Turn[]): boolean {
  const first = replies[0];
  return first !== undefined && says(talk.listening.no, first.text);
}
