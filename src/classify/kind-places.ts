import type { Restatement } from "./talk/restatement.ts";
import { substantialTurns } from "./talk/substance.ts";
import { askedAbout, type Talk, type Turn } from "./talk/talk.ts";

/** A text that signals are looked for in, and the share of their weight that they keep there. */
export type Place = { readonly text: string; readonly share: number };
export type Places = Readonly<Record<"citizen" | "agent" | "restatement" | "opening", readonly Place[]>>;

/** Turns of the caller in which the matter is opened. */
const openingTurns = 2;
/** How much of a long turn is its opening, in characters. */
const openingChars = 120;

/** The first words of the caller on the matter. */
export function openingOf(talk: Talk): { readonly turns: readonly Turn[]; readonly texts: readonly string[] } {
  const turns = substantialTurns(talk).slice(0, openingTurns);
  return { turns, texts: turns.map(({ text }) => text.slice(0, openingChars)) };
}

/** Where the kind shows: what opens the matter and what answers 您希望怎么处理 whole, the rest with the share `later`. */
export function placesOf(later: number, talk: Talk, restatement: Restatement | null): Places {
  const opening = openingOf(talk);
  const wishes = askedAbout(talk, "demand").flatMap(({ replies }) => replies.slice(0, 1));
  const main = new Set([...opening.turns, ...wishes].map((turn) => turn.at));
  return {
    citizen: talk.citizen.flatMap(({ at, text }) => {
      const head = { text: text.slice(0, openingChars), share: main.has(at) ? 1 : later };
      return text.length > openingChars ? [head, { text: text.slice(openingChars), share: later }] : [head];
    }),
    agent: talk.agent.map(({ text }) => ({ text, share: 1 })),
    restatement: restatement ? [{ text: restatement.turn.text, share: 1 }] : [],
    opening: opening.texts.map((text) => ({ text, share: 1 })),
  };
}
