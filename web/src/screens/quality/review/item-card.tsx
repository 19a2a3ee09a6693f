import { type ReactNode, useEffect, useRef } from "react";
import { markQuotes, quotedWords } from "../../../parts/marks.ts";
import { useSound } from "../../../parts/player/sound.tsx";
import { callTime, shortTime } from "../../../parts/time.ts";
import { percent, speakerWords } from "../../../parts/words.ts";
import type { Utterance } from "../../../types.ts";
import type { Decision } from "../../../types-quality.ts";
import type { ReviewLine } from "./lines.ts";
import { AppealWords } from "./outcome.tsx";
import { playFrom } from "./play-from.ts";

type Props = {
  line: ReviewLine;
  utterances: readonly Utterance[];
  /** Everybody's word on this item that the reader may see. */
  decisions: readonly Decision[];
  isOpen: boolean;
  /** The one that is worked on, which is brought into view. */
  isCurrent: boolean;
  onOpen: () => void;
  /** Buttons, or the form that stands in their place. */
  children: ReactNode;
};

/** One line of the rubric; open, it shows the words, the clause, what was left out, and what may be done. */
export function ItemCard({ line, utterances, decisions, isOpen, isCurrent, onOpen, children }: Props) {
  const { item, engine, word, verdict, deduction } = line;
  const box = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) box.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  return (
    <li ref={box} className={`qa-item verdict-${verdict}${isCurrent ? " is-open" : ""}`} data-item={item.item}>
      <div className="qa-item-head">
        <button type="button" className="qa-item-name" aria-expanded={isOpen} onClick={onOpen}>
          <span className="num points">{verdict === "扣分" ? `-${deduction}` : ""}</span>
          <strong>{item.item}</strong>
          {item.veto && <span className="urgent">一票否决</span>}
          {item.disputed && <span className="near-soon">双评不一致</span>}
          {item.appeal?.state === "待处理" && <span className="near-soon">有申诉</span>}
          {word && <Judged engine={engine} verdict={word.verdict} />}
        </button>
        <PlayButton atMs={item.atMs} />
      </div>
      {isOpen ? (
        <div className="qa-item-body">
          <Words at={item.utterances} quotes={quotedWords(item.why)} utterances={utterances} />
          <p className="why">{item.why}</p>
          <Suggested line={line} utterances={utterances} />
          <p className="quiet">
            {item.clause} · 此项最多扣 {item.points} 分
            {item.confidence !== null && ` · 把握 ${percent(item.confidence)}`} · 系统判：{engine}
          </p>
          <Excluded line={line} utterances={utterances} />
          <Said decisions={decisions} />
          {item.appeal && <AppealWords appeal={item.appeal} />}
          {children}
        </div>
      ) : (
        <button type="button" tabIndex={-1} className="qa-item-short quiet" onClick={onOpen}>
          {item.why}
        </button>
      )}
    </li>
  );
}

function Judged({ engine, verdict }: { engine: string; verdict: string }) {
  const isAgreed = engine === verdict;
  const words = isAgreed ? "✓ 同意" : engine === "待人工" ? `✓ ${verdict}` : `已改判：${verdict}`;
  return <span className={isAgreed || engine === "待人工" ? "verdict-ok" : "near-soon"}>{words}</span>;
}

function PlayButton({ atMs }: { atMs: number | null }) {
  const sound = useSound();
  if (atMs === null) return null;
  if (!sound) return <span className="num quiet">{callTime(atMs)}</span>;
  return (
    <button
      type="button"
      className="link num play-at"
      aria-label={`从 ${callTime(atMs)} 播放`}
      onClick={() => sound.play(playFrom(atMs))}
    >
      ▶ {callTime(atMs)}
    </button>
  );
}

/** What a model suggests where the engine left it open, with the words it names. It counts nothing. */
function Suggested({ line: { suggestion }, utterances }: Pick<Props, "line" | "utterances">) {
  if (!suggestion) return null;
  const { verdict, why, modelId } = suggestion;
  return (
    <div className="qa-suggested">
      <Words at={suggestion.utterances} quotes={quotedWords(why)} utterances={utterances} />
      <p>
        <strong>模型建议：{verdict}</strong> {why} <span className="quiet">（{modelId}，未经人确认不计分）</span>
      </p>
    </div>
  );
}

type WordsProps = Pick<Props, "utterances"> & { at: readonly number[]; quotes: readonly string[] };

function Words({ at, quotes, utterances }: WordsProps) {
  const said = utterances.filter(({ i }) => at.includes(i));
  return said.map(({ i, speaker, startMs, text }) => (
    <blockquote key={i} className="qa-words">
      <span className="quiet num">
        {callTime(startMs)} {speakerWords[speaker]}{" "}
      </span>
      {markQuotes(text, quotes).map(({ text: words, start, isMarked }) =>
        isMarked ? <mark key={start}>{words}</mark> : words,
      )}
    </blockquote>
  ));
}

/** Lines that were not counted, because they were not heard well or both talked: visibly left out. */
function Excluded({ line: { item }, utterances }: Pick<Props, "line" | "utterances">) {
  return item.excluded.map(({ utterance, why }) => (
    <p key={`${utterance}-${why}`} className="excluded quiet">
      未计入：{utterances.find(({ i }) => i === utterance)?.text ?? `第 ${utterance + 1} 句`}（{why}）
    </p>
  ));
}

/** What people said of it, oldest first. */
const Said = ({ decisions }: { decisions: readonly Decision[] }) =>
  decisions.map(({ id, kind, by, at, verdict, deduction, reason }) => (
    <p key={id} className="said-of-it">
      <span className="quiet">
        {kind} {by} {shortTime(at)}：
      </span>
      {verdict}
      {deduction > 0 && ` -${deduction}`}
      {reason && `，${reason}`}
    </p>
  ));
