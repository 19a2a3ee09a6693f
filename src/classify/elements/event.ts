import type { Element } from "../../orders/index.ts";
import { sentencesOf } from "../../platform/text/index.ts";
import { headlineIn, headlineMatter } from "../talk/letter.ts";
import type { Restatement } from "../talk/restatement.ts";
import { matterOf } from "../talk/restatement.ts";
import { matterTurns, overlap } from "../talk/substance.ts";
import type { Talk, Turn } from "../talk/talk.ts";
import { cutAtClause, inThirdPerson, tidy } from "../talk/wording.ts";
import { empty, recorded } from "./element.ts";

const valueMax = 160;
const quoteMax = 80;

/** The sentence of the turn that the value rests on most, at most eighty characters. */
export function tellingPart(turn: Turn, body: string): { start: number; end: number } {
  const sentences = sentencesOf(turn.text).filter((sentence) => sentence.text.length >= 4);
  const best = sentences
    .map((sentence) => ({ sentence, score: overlap(body, sentence.text) + Math.min(sentence.text.length, 40) / 80 }))
    .sort((a, b) => b.score - a.score)[0]?.sentence;
  const start = best?.start ?? 0;
  return { start, end: Math.min(best?.end ?? turn.text.length, start + quoteMax) };
}

/** Share of the headline that the body must hold for it to say nothing new. */
const echoed = 0.4;

/** A letter without a headline that its body says again. */
function withoutEcho(text: string): string {
  const headline = headlineIn(text);
  const body = text.slice(headline?.end ?? 0);
  return headline && overlap(headline.text, body) < echoed ? `${headlineMatter(headline.text)}。${body}` : body;
}

/** The value in the caller's words, when the agent never read the matter back. */
function ownWords(turns: readonly Turn[]): string {
  return cutAtClause(
    turns
      .map((turn) => tidy(turn.isWritten ? withoutEcho(turn.text) : turn.text))
      .filter((text) => text !== "")
      .join("；"),
    valueMax,
  );
}

/** 事件: what the agent read back and the caller confirmed, else the caller's own telling. Quoted from the caller where possible. */
export function eventOf(talk: Talk, restatement: Restatement | null): Element {
  const turns = matterTurns(talk, restatement, 3);
  const main = [...turns].sort((a, b) => overlapWith(restatement, b) - overlapWith(restatement, a))[0];
  const body = restatement ? matterOf(restatement) : "";
  const said = body.length >= 8 ? cutAtClause(body, valueMax) : ownWords(turns);
  const value = inThirdPerson(said, main?.isWritten ?? false);
  if (!main) {
    if (!restatement || value === "") return empty("未询问", "通话中没有说到具体事情");
    return recorded({
      value,
      turn: restatement.turn,
      start: restatement.start,
      end: restatement.end,
      why: "坐席复述，来电人没有异议",
    });
  }
  const part = tellingPart(main, body === "" ? value : body);
  const also = turns.filter((turn) => turn !== main);
  const why = body.length >= 8 ? (restatement?.confirmed ? "坐席复述，来电人确认" : "坐席复述") : "来电人的叙述";
  return recorded({ value, turn: main, ...part, also, why });
}

function overlapWith(restatement: Restatement | null, turn: Turn): number {
  return restatement ? overlap(matterOf(restatement), turn.text) : turn.text.length / 1000;
}
