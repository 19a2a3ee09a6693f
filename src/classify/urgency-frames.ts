import { firstMatch, type PartRules, says } from "../platform/rules/index.ts";
import { sentencesOf } from "../platform/text/index.ts";

type Frame = PartRules["urgency"]["frames"][number];

/** Words in question: plain characters [start, end) of `text`. */
export type Said = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether they threaten; threats are conditional and told of tomorrow, events are not. */
  readonly threat: boolean;
  /** Whether the agent asked not to do it. */
  readonly dissuaded?: boolean;
  /** What the same person says next, where it was heard. */
  readonly next?: string;
};

/** How far words reach that take the urgency out of others, in characters. */
const before = 16;
const after = 14;
/** Around the words in speech without stops; longer turns are judged by this window too. */
const window = 60;

/** The sentence that holds the words, cut to a window where speech has no stops. */
function sentenceAround({ text, start, end }: Said): { text: string; start: number } {
  const from = Math.max(0, start - window);
  const near = text.slice(from, end + window);
  const sentence = sentencesOf(near).find((each) => each.start <= start - from && start - from < each.end);
  return sentence ? { text: sentence.text, start: from + sentence.start } : { text: near, start: from };
}

function wordsFor(frame: Frame, said: Said, sentence: { text: string; start: number }): string {
  const at = said.start - sentence.start;
  if (frame.where === "before") return sentence.text.slice(Math.max(0, at - before), at);
  if (frame.where === "after") {
    const behind = said.end - sentence.start;
    return sentence.text.slice(behind, behind + after);
  }
  if (frame.where === "sentence") return sentence.text;
  const around = said.text.slice(Math.max(0, said.start - 2 * window), said.end + 2 * window);
  return frame.where === "call" ? `${around}。${said.next ?? ""}` : around;
}

/**
 * The frame that takes the urgency out of the words (denied, told of others, past, feared, figurative, fictional, taken back),
 * or null when they stand as a fact or a threat of now (S4 5.2.4.1 注). Looks at a bounded window only.
 */
export function frameOf(frames: readonly Frame[], said: Said): string | null {
  const sentence = sentenceAround(said);
  const kind = said.threat ? "threats" : "events";
  const words = said.text.slice(said.start, said.end);
  const frame = frames.find(
    (each) =>
      (each.for === "all" || each.for === kind) &&
      !(each.unlessDissuaded && said.dissuaded) &&
      !(each.unlessWords && says(each.unlessWords, words)) &&
      firstMatch(each.words, wordsFor(each, said, sentence)),
  );
  return frame?.id ?? null;
}
