import { chineseNumber } from "../../platform/text/index.ts";
import type { Talk, Turn } from "../talk/talk.ts";
import type { Heard } from "./target-features.ts";

/** Whom a call of a common sort is about, as officials write it; plain characters [start, end) of `turn` tell it. */
export type Scene = { readonly value: string; readonly turn: Turn; readonly start: number; readonly end: number };

/** How a scene is looked for: null where the call is not of its sort. */
export type SceneReader = (talk: Talk, heard: Heard) => Scene | null;

/** A match and the turn it stands in. */
export type Hit = { readonly turn: Turn; readonly match: RegExpExecArray };

const openingCount = 3;
const openingChars = 6;

/** The turns in which callers tell their matter first. */
export function openingOf(talk: Talk): Turn[] {
  return talk.citizen.filter(({ text }) => text.length >= openingChars).slice(0, openingCount);
}

/** What the agent read back, where it was. */
export function readBack({ restatement }: Heard): Turn[] {
  return restatement ? [restatement.turn] : [];
}

/** The first match among the turns, in their order; `pattern` without the global flag. */
export function firstHit(turns: readonly Turn[], pattern: RegExp): Hit | null {
  for (const turn of turns) {
    const match = pattern.exec(turn.text);
    if (match) return { turn, match };
  }
  return null;
}

/** A scene that rests on the words of a hit. */
export function sceneAt({ turn, match }: Hit, value: string): Scene {
  return { value, turn, start: match.index, end: match.index + match[0].length };
}

/** 十七路, 二单元 in figures: 17路, 2单元. */
export function inFigures(words: string): string {
  return words.replace(/[零〇一二两三四五六七八九十百幺]+/gu, (number) => {
    const read = chineseNumber(number.replaceAll("幺", "一"));
    return read === null ? number : String(read);
  });
}
