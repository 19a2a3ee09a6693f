/** A place in a recording that something is said about. `tone` is its colour. */
export type SoundMark = {
  id: string;
  atMs: number;
  /** A few letters that stand on the mark: `-3`. */
  label: string;
  /** What it is, in words. */
  words: string;
  tone: "cost" | "hint" | "open" | "passed";
};

export type PlacedMark = SoundMark & { leftShare: number; lane: number };

/** Marks nearer to each other than this share of the width stand in lanes of their own. */
const nearShare = 0.035;
export const laneMax = 3;

/** Where each mark stands: a share of the width (0 to 1), and a lane so that neighbours can be told apart. Earliest first. */
export function placeMarks(marks: readonly SoundMark[], durationMs: number): PlacedMark[] {
  if (durationMs <= 0) return [];
  const lastInLane: number[] = [];
  return [...marks]
    .sort((a, b) => a.atMs - b.atMs)
    .map((mark) => {
      const leftShare = Math.min(1, Math.max(0, mark.atMs / durationMs));
      const free = lastInLane.findIndex((last) => leftShare - last >= nearShare);
      const lane = free >= 0 ? free : Math.min(lastInLane.length, laneMax - 1);
      lastInLane[lane] = leftShare;
      return { ...mark, leftShare, lane };
    });
}

type Timed = { startMs: number };

/** Which line is being said at a moment: the last that has begun; -1 before the first. Lines in order of their start. */
export function lineAt(lines: readonly Timed[], ms: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.startMs ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
