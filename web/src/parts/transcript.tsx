import { memo, useEffect, useRef } from "react";
import type { Utterance } from "../types.ts";
import { useLight } from "./light.tsx";
import { markQuotes } from "./marks.ts";
import { callTime } from "./time.ts";
import { speakerWords } from "./words.ts";

const none: readonly string[] = [];

type Props = { utterances: readonly Utterance[]; threats?: readonly string[] };

/** What was said, with times. The words of the field that is pointed at are lit, and brought into view when they are not. */
export function Transcript({ utterances, threats = none }: Props) {
  const { lit } = useLight();
  const box = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (lit) bringIntoView(box.current);
  }, [lit]);
  const isEvidence = (i: number) => lit?.utterances.includes(i) ?? false;
  // Words without a place (from a reason) are lit wherever they were said.
  const quotesOf = (i: number) => (lit && (lit.utterances.length === 0 || isEvidence(i)) ? lit.quotes : none);
  return (
    <ol className="transcript" ref={box} aria-label="通话原话">
      {utterances.map((utterance) => (
        <Line
          key={utterance.i}
          utterance={utterance}
          isEvidence={isEvidence(utterance.i)}
          quotes={quotesOf(utterance.i)}
          threats={threats}
        />
      ))}
    </ol>
  );
}

type LineProps = { utterance: Utterance; isEvidence: boolean; quotes: readonly string[]; threats: readonly string[] };

const Line = memo(function Line({ utterance, isEvidence, quotes, threats }: LineProps) {
  const { i, speaker, startMs, text, lowConfidence } = utterance;
  return (
    <li className={`said said-${speaker}${isEvidence ? " evidence" : ""}`} data-i={i}>
      <span className="num quiet">{callTime(startMs)}</span>
      <span className="speaker">{speakerWords[speaker]}</span>
      <span className={lowConfidence ? "words unsure" : "words"} title={lowConfidence ? "这句识别把握不大" : undefined}>
        {markQuotes(text, quotes).map(({ text: words, start, isMarked }) =>
          isMarked ? <mark key={start}>{words}</mark> : <Threats key={start} text={words} threats={threats} />,
        )}
      </span>
    </li>
  );
});

const Threats = ({ text, threats }: { text: string; threats: readonly string[] }) =>
  markQuotes(text, threats).map(({ text: words, start, isMarked }) =>
    isMarked ? (
      <em key={start} className="threat" title="扬言词句">
        {words}
      </em>
    ) : (
      words
    ),
  );

/** Moves only the transcript, never the page, and only when nothing that is lit can be seen. */
function bringIntoView(box: HTMLElement | null): void {
  const scroller = box?.parentElement;
  const target = box?.querySelector("mark")?.closest("li") ?? box?.querySelector(".evidence");
  if (!scroller || !(target instanceof HTMLElement)) return;
  const [outer, inner] = [scroller.getBoundingClientRect(), target.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  scroller.scrollTop += inner.top - outer.top - outer.height / 3;
}
