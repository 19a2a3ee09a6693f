import type { LineTag } from "../../../parts/player/heard-words.tsx";
import type { SoundMark } from "../../../parts/player/marks.ts";
import { useSound } from "../../../parts/player/sound.tsx";
import { callTime } from "../../../parts/time.ts";
import type { CallbackReview, Utterance } from "../../../types.ts";
import { playFrom } from "./play-from.ts";

type Sentence = CallbackReview["leading"][number];
/** A sentence that pushes the citizen to an answer, and when it was said. */
export type LeadingLine = Sentence & { id: string; atMs: number };

const gravity: readonly Sentence["severity"][] = ["重", "中", "轻"];

/** The agent's leading sentences, the gravest first. */
export const leadingOf = (sentences: readonly Sentence[], utterances: readonly Utterance[]): LeadingLine[] =>
  sentences
    .map((sentence) => ({
      ...sentence,
      id: `leading.${sentence.utterance}.${sentence.span}`,
      atMs: utterances.find(({ i }) => i === sentence.utterance)?.startMs ?? 0,
    }))
    .sort((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity));

export const leadingMarks = (lines: readonly LeadingLine[]): SoundMark[] =>
  lines.map(({ id, atMs, type, span }) => ({ id, atMs, label: "诱导", words: `${type}：“${span}”`, tone: "cost" }));

/** The tags of the transcript with those of the leading sentences before them. */
export function withLeading(
  tags: ReadonlyMap<number, readonly LineTag[]>,
  lines: readonly LeadingLine[],
): Map<number, readonly LineTag[]> {
  const all = new Map(tags);
  for (const { id, utterance, type, neutral } of lines) {
    const tag: LineTag = { id, label: `诱导：${type}`, words: `可改为“${neutral}”`, tone: "cost" };
    all.set(utterance, [tag, ...(all.get(utterance) ?? [])]);
  }
  return all;
}

type Props = { lines: readonly LeadingLine[]; openId: string | null; onOpen: (id: string) => void };

/** Each leading sentence with its words, its second, and how to ask the same neutrally. */
export function LeadingSentences({ lines, openId, onOpen }: Props) {
  const sound = useSound();
  if (lines.length === 0) return null;
  return (
    <section aria-label="诱导性用语" className="qa-leading">
      <h2>诱导性用语 {lines.length} 句</h2>
      <ol className="qa-items">
        {lines.map(({ id, type, severity, span, neutral, atMs }) => (
          <li key={id} className={`qa-item severity-${severity}${id === openId ? " is-open" : ""}`}>
            <div className="qa-item-head">
              <button type="button" className="qa-item-name" onClick={() => onOpen(id)}>
                <strong className="leading-type">
                  {type} · {severity}
                </strong>
                <span>“{span}”</span>
              </button>
              {sound ? (
                <button type="button" className="link num play-at" onClick={() => sound.play(playFrom(atMs))}>
                  ▶ {callTime(atMs)}
                </button>
              ) : (
                <span className="num quiet">{callTime(atMs)}</span>
              )}
            </div>
            <p className="leading-neutral">
              <span className="quiet">可改为</span> “{neutral}”
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
