import type { ReactNode } from "react";
import { Link } from "react-router";
import { dayOf } from "../../../parts/time.ts";
import type { Conflict, Quoted } from "../../../types-articles.ts";
import { conflictWords } from "../words.ts";

/** Two passages that answer the same question and do not agree, beside each other. */
export const ConflictCard = ({ conflict, children }: { conflict: Conflict; children?: ReactNode }) => (
  <article className="kb-conflict">
    <p className="conflict-head">
      <span className={`conflict-kind conflict-${conflict.kind}`}>{conflictWords[conflict.kind]}</span>
      <strong>{conflict.why}</strong>
      {conflict.b && <span className="quiet num">相似 {Math.round(conflict.similarity * 100)}%</span>}
      {conflict.overlap && <span className="quiet num">同时有效 {overlapWords(conflict.overlap)}</span>}
      <span className="grow" />
      {children}
    </p>
    <div className="conflict-sides">
      <Side quoted={conflict.a} />
      {conflict.b && <Side quoted={conflict.b} />}
    </div>
  </article>
);

const overlapWords = ({ from, until }: { from: string | null; until: string | null }) =>
  from || until ? `${from ? dayOf(from) : "一直"} 至 ${until ? dayOf(until) : "长期"}` : "长期";

const Side = ({ quoted: { articleId, title, quote } }: { quoted: Quoted }) => (
  <div>
    <Link to={`/articles/${encodeURIComponent(articleId)}?quote=${encodeURIComponent(quote)}`}>{title}</Link>
    <blockquote>{quote}</blockquote>
  </div>
);
