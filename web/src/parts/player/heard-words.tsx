import { memo, useEffect, useRef } from "react";
import type { Utterance } from "../../types.ts";
import { markQuotes } from "../marks.ts";
import { callTime } from "../time.ts";
import { speakerWords } from "../words.ts";
import { lineAt } from "./marks.ts";
import { useIsPlaying, useSound, useSoundTime } from "./sound.tsx";

/** What stands at a line: deductions and the like. */
export type LineTag = { id: string; label: string; words: string; tone: "cost" | "hint" | "open" | "passed" | "out" };

/** What is looked at now: its lines, and the exact words in them. */
export type LookedAt = { id: string; utterances: readonly number[]; quotes: readonly string[] };

type Props = {
  utterances: readonly Utterance[];
  tags?: ReadonlyMap<number, readonly LineTag[]>;
  lookedAt?: LookedAt | null;
  /** A tag was clicked. */
  onTag?: (id: string) => void;
};

const noTags: ReadonlyMap<number, readonly LineTag[]> = new Map();
const noQuotes: readonly string[] = [];
const noneHere: readonly LineTag[] = [];

/** After the reader scrolls by hand the words do not run away from under the eyes for so long. */
const restMs = 4_000;

/**
 * What was said, with a time to play from at each line. It follows the sound while that plays, and shows the lines that are
 * looked at. Also without a sound.
 */
export function HeardWords({ utterances, tags = noTags, lookedAt = null, onTag }: Props) {
  const box = useRef<HTMLOListElement>(null);
  const now = useSoundTime((ms) => lineAt(utterances, ms));
  const isPlaying = useIsPlaying();
  const touchedMs = useRef(0);
  const lookedId = lookedAt?.id ?? null;
  useEffect(() => {
    if (lookedId !== null) showLine(box.current, ".evidence");
  }, [lookedId]);
  useEffect(() => {
    if (isPlaying && now >= 0 && Date.now() - touchedMs.current > restMs) showLine(box.current, ".is-heard");
  }, [isPlaying, now]);
  const touch = () => {
    touchedMs.current = Date.now();
  };
  return (
    <ol className="transcript heard" ref={box} aria-label="通话原话" onWheel={touch} onTouchMove={touch}>
      {utterances.map((utterance, at) => {
        const isEvidence = lookedAt?.utterances.includes(utterance.i) ?? false;
        return (
          <Line
            key={utterance.i}
            utterance={utterance}
            isEvidence={isEvidence}
            isHeard={isPlaying && at === now}
            quotes={isEvidence && lookedAt ? lookedAt.quotes : noQuotes}
            tags={tags.get(utterance.i) ?? noneHere}
            onTag={onTag}
          />
        );
      })}
    </ol>
  );
}

type LineProps = {
  utterance: Utterance;
  isEvidence: boolean;
  isHeard: boolean;
  quotes: readonly string[];
  tags: readonly LineTag[];
  onTag: ((id: string) => void) | undefined;
};

const Line = memo(function Line({ utterance, isEvidence, isHeard, quotes, tags, onTag }: LineProps) {
  const { i, speaker, startMs, text, lowConfidence } = utterance;
  const sound = useSound();
  const state = `${isEvidence ? " evidence" : ""}${isHeard ? " is-heard" : ""}`;
  return (
    <li className={`said said-${speaker}${state}`} data-i={i}>
      {sound ? (
        <button type="button" className="link num" title="从这句播放" onClick={() => sound.play(startMs)}>
          {callTime(startMs)}
        </button>
      ) : (
        <span className="num quiet">{callTime(startMs)}</span>
      )}
      <span className="speaker">{speakerWords[speaker]}</span>
      <span className={lowConfidence ? "words unsure" : "words"} title={lowConfidence ? "这句识别把握不大" : undefined}>
        {markQuotes(text, quotes).map(({ text: words, start, isMarked }) =>
          isMarked ? <mark key={start}>{words}</mark> : words,
        )}
        {tags.map((tag) => (
          <button
            key={tag.id}
            type="button"
            className={`line-tag tone-${tag.tone}`}
            title={tag.words}
            onClick={() => onTag?.(tag.id)}
          >
            {tag.label}
          </button>
        ))}
      </span>
    </li>
  );
});

/** Moves only the box around the words, never the page, and only when the line cannot be seen. */
function showLine(list: HTMLElement | null, which: string): void {
  const scroller = list?.parentElement;
  const target = list?.querySelector(which);
  if (!scroller || !target || scroller.scrollHeight <= scroller.clientHeight) return;
  const [outer, inner] = [scroller.getBoundingClientRect(), target.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  scroller.scrollTop += inner.top - outer.top - outer.height / 3;
}
