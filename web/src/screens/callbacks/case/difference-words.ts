import type { Utterance } from "../../../types.ts";
import type { Difference } from "../../../types-callbacks.ts";

export type Sides = { recorded: string; heard: string; atSec: number | null };

const quoted = (words: string) => `“${words}”`;

/** What was recorded and what was said, with the second at which it was said; the engine's reading where it is another word. */
export function sidesOf(difference: Difference, utterances: readonly Utterance[]): Sides {
  const { field, recorded, heard } = difference;
  const said = difference.utterances.flatMap((i) => utterances.find((each) => each.i === i) ?? []);
  const words = said.map(({ text }) => quoted(text)).join(" ");
  const first = said[0];
  const reading =
    field === "leading" || heard === "" || heard === "未答" || words.includes(heard) ? "" : `，即${heard}`;
  return {
    recorded: field === "leading" ? `其后记为${recorded}` : recorded || "没有记",
    heard: words ? `${words}${reading}` : heard ? quoted(heard) : "没有这样说",
    atSec: first ? Math.floor(first.startMs / 1_000) : null,
  };
}
