import { speakerWords } from "../../../parts/words.ts";
import type { Utterance } from "../../../types.ts";

const shownChars = 40;

/** The newest words in one line, where the transcript stands behind a tab: their end is what counts. */
export function LastWords({ utterances }: { utterances: readonly Utterance[] }) {
  const last = utterances.at(-1);
  return (
    <p className="last-words" title={last?.text}>
      {last && (
        <>
          <span className="quiet">{speakerWords[last.speaker]}</span>
          <span className="last-text">
            <bdi>{last.text.length > shownChars ? `…${last.text.slice(-shownChars)}` : last.text}</bdi>
          </span>
        </>
      )}
    </p>
  );
}
