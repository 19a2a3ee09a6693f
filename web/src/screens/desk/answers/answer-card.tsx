import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { shortTime } from "../../../parts/time.ts";
import type { Answer, FeedbackKind, Told } from "../../../types.ts";
import { sourceWords, validityWords } from "./source-words.ts";

type Props = {
  answer: Answer;
  told: Told | undefined;
  isFirst: boolean;
  keyWords: string;
  onTell: (() => void) | null;
  onUndo: (told: Told) => void;
  onReport: ((kind: FeedbackKind) => void) | null;
  reported: FeedbackKind | null;
};

/** A paragraph of the base with where it comes from and how long it holds. The first stands whole, the others unfold. */
export function AnswerCard({ answer, told, isFirst, keyWords, onTell, onUndo, onReport, reported }: Props) {
  const [isOpen, setOpen] = useState(false);
  const isWhole = isFirst || isOpen;
  return (
    <article className={`answer${told ? " is-told" : ""}`} aria-label={answer.title}>
      <p className="answer-head">
        <Link to={`/articles/${encodeURIComponent(answer.articleId)}`} target="_blank">
          {answer.title}
        </Link>
        {answer.fixed && (
          <span className="fixed-words" title="按原文答复，不改字句">
            统一口径
          </span>
        )}
      </p>
      <blockquote className={isWhole ? "" : "is-folded"}>
        <Words answer={answer} />
      </blockquote>
      {!isFirst && (
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "收起" : "展开"}
        </button>
      )}
      <p className="answer-source quiet">
        {sourceWords(answer)}
        <span className="answer-valid"> {validityWords(answer)}</span>
      </p>
      <div className="answer-acts">
        {told ? (
          <>
            <span className="told" role="status">
              ✓ 已告知 {shortTime(told.at)} {told.isMine ? "" : told.byName}
            </span>
            {told.isMine && (
              <button type="button" className="link" onClick={() => onUndo(told)}>
                撤销
              </button>
            )}
          </>
        ) : (
          onTell && (
            <Button size="small" type={isFirst ? "primary" : "default"} onClick={onTell}>
              已告知来电人 {keyWords}
            </Button>
          )
        )}
        <span className="grow" />
        {reported ? (
          <span className="quiet">已报：{reported}</span>
        ) : (
          onReport && (
            <>
              <button type="button" className="link" onClick={() => onReport("没用")}>
                没用
              </button>
              <button type="button" className="link" onClick={() => onReport("有误")}>
                有误
              </button>
            </>
          )
        )}
      </div>
    </article>
  );
}

/** The words of the article; in a template, what the call gave is marked, and what the agent must still say. */
function Words({ answer }: { answer: Answer }) {
  if (!answer.parts) return answer.quote;
  return answer.parts.map(({ text, slot, filled, utterance }, at) => {
    const key = `${at} ${text}`;
    if (!slot) return <span key={key}>{text}</span>;
    const said = utterance === null || utterance === undefined ? "通话" : `通话第 ${utterance + 1} 句`;
    return (
      <mark key={key} className={filled ? "slot-filled" : "slot-open"} title={filled ? `来自${said}` : "请坐席补上"}>
        {text}
      </mark>
    );
  });
}
