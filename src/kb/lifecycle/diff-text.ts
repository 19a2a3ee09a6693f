import { diffArrays } from "diff";
import { z } from "zod";

export const DiffPart = z.object({ op: z.enum(["same", "added", "removed"]), text: z.string() });
export type DiffPart = z.infer<typeof DiffPart>;

/** A run of sentences that stayed, came or went, or one that was reworded: then its parts say how. */
export const DiffSentence = z.object({ op: z.enum(["same", "added", "removed", "changed"]), parts: z.array(DiffPart) });
export type DiffSentence = z.infer<typeof DiffSentence>;

const words = new Intl.Segmenter("zh", { granularity: "word" });
/** Texts that share next to nothing are told whole: comparing on costs seconds and helps nobody. */
const mostEdits = 2_000;
/** Share of equal characters from which two sentences are one that was reworded. */
const rewordedFrom = 0.4;
/** How many sentences further on the reworded one is looked for. */
const lookAhead = 10;

const wordsOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);
const sentencesOf = (text: string): string[] => text.match(/[^。！？；\n]+[。！？；]*\n*|[。！？；\n]+/g) ?? [];

/** What changed between two texts, by words; figures and names stay whole. Put together again it gives both. */
export function diffWords(before: string, after: string): DiffPart[] {
  return partsOf(wordsOf(before), wordsOf(after)).map(({ op, pieces }) => ({ op, text: pieces.join("") }));
}

/** What changed between two texts, by sentences, and by words within a sentence that was reworded. */
export function diffSentences(before: string, after: string): DiffSentence[] {
  const runs = partsOf(sentencesOf(before), sentencesOf(after));
  const out: DiffSentence[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const [run, next] = [runs[at], runs[at + 1]];
    if (!run) continue;
    if (run.op === "removed" && next?.op === "added") {
      out.push(...paired(run.pieces, next.pieces));
      at += 1;
    } else if (run.op === "same") out.push({ op: "same", parts: [{ op: "same", text: run.pieces.join("") }] });
    else out.push(...run.pieces.map((piece) => whole(run.op, piece)));
  }
  return out;
}

type Run = { op: DiffPart["op"]; pieces: string[] };

function partsOf(before: string[], after: string[]): Run[] {
  const changes = diffArrays(before, after, { maxEditLength: mostEdits });
  if (!changes)
    return [
      { op: "removed", pieces: before },
      { op: "added", pieces: after },
    ];
  return changes.map(({ added, removed, value }) => ({
    op: added ? "added" : removed ? "removed" : "same",
    pieces: value,
  }));
}

const whole = (op: DiffPart["op"], text: string): DiffSentence => ({ op, parts: [{ op, text }] });

/** Puts each sentence that went beside the one that came in its place, in order. */
function paired(removed: readonly string[], added: readonly string[]): DiffSentence[] {
  const out: DiffSentence[] = [];
  let next = 0;
  for (const before of removed) {
    const found = next + added.slice(next, next + lookAhead).findIndex((after) => isReworded(before, after));
    if (found < next) {
      out.push(whole("removed", before));
      continue;
    }
    out.push(...added.slice(next, found).map((piece) => whole("added", piece)));
    out.push({ op: "changed", parts: diffWords(before, added[found] ?? "") });
    next = found + 1;
  }
  out.push(...added.slice(next).map((piece) => whole("added", piece)));
  return out;
}

function isReworded(before: string, after: string): boolean {
  const [shorter, longer] = before.length < after.length ? [before, after] : [after, before];
  const needed = longer.length * rewordedFrom;
  if (shorter.length < needed || charsShared(before, after) < needed) return false;
  const shared = diffWords(before, after).filter(({ op }) => op === "same");
  return shared.reduce((sum, { text }) => sum + text.length, 0) >= needed;
}

/** No more than this can be in common, whatever the order: cheap to know before words are compared. */
function charsShared(before: string, after: string): number {
  const left = new Map<string, number>();
  for (const char of before) left.set(char, (left.get(char) ?? 0) + 1);
  let shared = 0;
  for (const char of after) {
    const count = left.get(char) ?? 0;
    if (count > 0) shared += char.length;
    left.set(char, count - 1);
  }
  return shared;
}

/** "改 2 句，增 1 句，删 0 句", or that nothing changed. */
export function diffSummary(sentences: readonly DiffSentence[]): string {
  const count = (op: DiffSentence["op"]) => sentences.filter((sentence) => sentence.op === op).length;
  const [changed, added, removed] = [count("changed"), count("added"), count("removed")];
  return changed + added + removed ? `改 ${changed} 句，增 ${added} 句，删 ${removed} 句` : "正文没有变化";
}
