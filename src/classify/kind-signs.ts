import type { Scope, UrgentClass } from "../orders/index.ts";
import { addCode, addText, hashBasis, spreads, tablePlace } from "../platform/learn/index.ts";
import { openingOf } from "./kind-places.ts";
import type { Restatement } from "./talk/restatement.ts";
import type { Talk } from "./talk/talk.ts";

/** What was decided before the kind and bears on it. */
export type KindContext = {
  readonly urgentClass: UrgentClass | null;
  readonly threatens: boolean;
  readonly scope: Scope;
};

/** Hashed signs with what each counts. */
export type KindSigns = { readonly at: readonly number[]; readonly value: readonly number[] };

const placeBits = 15;
/** Signs are hashed to so many places. */
export const places = 2 ** placeBits;

/** Where words stand: the same words in two parts are two signs. */
export const parts = { opening: 1, citizen: 2, restatement: 3, wish: 4, agent: 5, found: 6 } as const;
export type Part = (typeof parts)[keyof typeof parts];

/** So much of a turn is read, in characters. */
const turnMax = 160;
/** A part with fewer pieces counts as if it had so many: a word or two are no call. */
const piecesMin = 20;

const placeAt = (hash: number): number => tablePlace(hash, placeBits, spreads.first);

const mark = 0x7c;

/** Marks, spaces and signs of CJK and full-width writing; letters, digits and Chinese characters are none. */
const isMark = (code: number): boolean =>
  code < 0x30 ||
  (code > 0x39 && code < 0x41) ||
  (code >= 0x2000 && code < 0x3040) ||
  (code >= 0xff00 && code < 0xff10) ||
  (code > 0xff19 && code < 0xff21);

/** Tells the places of the pieces of one and two characters of a text; marks that stand together count as one. */
export function eachPiece(part: Part, text: string, tell: (place: number) => void): void {
  const seed = addCode(hashBasis, part);
  const end = Math.min(text.length, turnMax);
  let before = 0;
  for (let at = 0; at < end; at += 1) {
    const told = text.charCodeAt(at);
    const code = isMark(told) ? mark : told;
    if (code === mark && before === mark) continue;
    if (before !== 0) tell(placeAt(addCode(addCode(seed, before), code)));
    tell(placeAt(addCode(seed, code)));
    before = code;
  }
}

const flagAt = (name: string): number => placeAt(addText(addCode(hashBasis, parts.found), name));

/** The signs of a call by which its kind is told: pieces of words by part, each once, and what was found of the call before. */
export function kindSigns(talk: Talk, restatement: Restatement | null, context: KindContext): KindSigns {
  const signs = { at: [] as number[], value: [] as number[] };
  const seen = new Uint8Array(places);
  const add = (part: Part, texts: readonly string[]): void => {
    const from = signs.at.length;
    for (const text of texts)
      eachPiece(part, text, (place) => {
        if (seen[place] === 1) return;
        seen[place] = 1;
        signs.at.push(place);
      });
    const value = 1 / Math.sqrt(Math.max(signs.at.length - from, piecesMin));
    for (let at = from; at < signs.at.length; at += 1) signs.value.push(value);
  };
  const texts = (turns: Talk["turns"]): string[] => turns.map(({ text }) => text);
  const demand = restatement?.demand;
  add(parts.opening, openingOf(talk).texts);
  add(parts.citizen, texts(talk.citizen));
  add(parts.restatement, restatement ? [restatement.turn.text] : []);
  add(parts.wish, restatement && demand ? [restatement.turn.text.slice(demand.start, demand.end)] : []);
  add(parts.agent, texts(talk.agent));
  const { urgentClass, scope, threatens } = context;
  for (const found of [`${urgentClass}`, scope, `threat ${threatens}`, `restated ${restatement !== null}`]) {
    signs.at.push(flagAt(found));
    signs.value.push(1);
  }
  return signs;
}
