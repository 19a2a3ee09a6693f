import type { LineTag } from "../../../parts/player/heard-words.tsx";
import type { SoundMark } from "../../../parts/player/marks.ts";
import type { CallbackReview, Utterance } from "../../../types.ts";

/** What stands at each line: leading words, and faults. */
export function tagsOf(review: CallbackReview | undefined): ReadonlyMap<number, readonly LineTag[]> {
  const tags = new Map<number, LineTag[]>();
  const put = (utterance: number, tag: LineTag) => tags.set(utterance, [...(tags.get(utterance) ?? []), tag]);
  for (const { utterance, type, span, neutral } of review?.leading ?? [])
    put(utterance, { id: `leading.${utterance}.${span}`, label: type, words: `可改为“${neutral}”`, tone: "cost" });
  for (const { item, utterance } of review?.faults ?? [])
    put(utterance, { id: `fault.${item}.${utterance}`, label: item, words: item, tone: "hint" });
  return tags;
}

/** The same on the waveform. */
export function soundMarksOf(review: CallbackReview | undefined, utterances: readonly Utterance[]): SoundMark[] {
  return [...tagsOf(review)].flatMap(([i, tags]) => {
    const line = utterances.find((each) => each.i === i);
    return line
      ? tags.map(({ id, label, tone }) => ({
          id,
          atMs: line.startMs,
          label: "!",
          words: label,
          tone: tone === "cost" ? "cost" : "hint",
        }))
      : [];
  });
}
