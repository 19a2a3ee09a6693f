import { says } from "../../platform/rules/index.ts";
import type { Restatement } from "./restatement.ts";
import { matterOf } from "./restatement.ts";
import { askedAbout, type Talk, type Topic, type Turn } from "./talk.ts";

const lengthMin = 6;

function bigrams(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) found.add(text.slice(at, at + 2));
  return found;
}

/** Share of the pairs of characters of `text` that `other` has too. */
export function overlap(text: string, other: string): number {
  const pairs = bigrams(text);
  if (pairs.size === 0) return 0;
  const others = bigrams(other);
  let shared = 0;
  for (const pair of pairs) if (others.has(pair)) shared += 1;
  return shared / pairs.size;
}

/** Turns of the caller that say something of the matter: greetings, bare answers and thanks left out. */
export function substantialTurns(talk: Talk): Turn[] {
  return talk.citizen.filter(
    (turn) => turn.text.length >= lengthMin && !says(talk.listening.emptyTalk, turn.text.replace(/[，。！？]/gu, "")),
  );
}

/** Topics whose answers tell who and how, not what. */
const asideTopics: readonly Topic[] = ["name", "contact"];
/** An answer longer than this tells of the matter too. */
const asideMax = 25;

/** Turns that tell of the matter: short answers to 贵姓 and 联系电话 left out. */
function matterOnly(talk: Talk): Turn[] {
  const asides = new Set(
    asideTopics.flatMap((topic) => askedAbout(talk, topic).flatMap(({ replies }) => replies.slice(0, 1))),
  );
  const turns = substantialTurns(talk);
  const left = turns.filter((turn, rank) => rank === 0 || turn.text.length > asideMax || !asides.has(turn));
  return left.length > 0 ? left : turns;
}

/** The turns of the caller that tell the matter best, in the order said: those the restatement took up, else the long early ones. */
export function matterTurns(talk: Talk, restatement: Restatement | null, countMax: number): Turn[] {
  const body = restatement ? matterOf(restatement) : "";
  const turns = matterOnly(talk);
  const scored = turns.map((turn, rank) => {
    const taken = body === "" ? 0 : overlap(body, turn.text) * 3;
    return { turn, score: taken + Math.min(turn.text.length, 60) / 60 + (rank === 0 ? 0.6 : 0) - rank * 0.04 };
  });
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, countMax)
    .map(({ turn }) => turn)
    .sort((a, b) => a.at - b.at);
}
