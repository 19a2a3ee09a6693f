/** A piece of a diff: words that stayed, came or went. */
export type Stretch = { kind: "same" | "added" | "removed"; text: string };
/** `hidden` characters are left out where this stands; 0: nothing, `text` is shown. */
export type Folded = Stretch & { hidden: number };

const besideChars = 60;
const worthFolding = 200;

/** Leaves out the middle of long words that stayed; enough stays beside a change to read it. */
export function foldSame(stretches: readonly Stretch[]): Folded[] {
  return stretches.flatMap((stretch, at) => {
    const { kind, text } = stretch;
    if (kind !== "same" || text.length < worthFolding) return { ...stretch, hidden: 0 };
    const head = at === 0 ? "" : text.slice(0, besideChars);
    const tail = at === stretches.length - 1 ? "" : text.slice(-besideChars);
    const hidden = text.length - head.length - tail.length;
    return [
      { kind, text: head, hidden: 0 },
      { kind, text: "", hidden },
      { kind, text: tail, hidden: 0 },
    ].filter(({ text: words, hidden: count }) => words !== "" || count > 0);
  });
}
