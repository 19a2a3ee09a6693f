import { Link } from "react-router";
import type { Answer } from "../../types.ts";

/** What the knowledge base offers for this call, in its own words. */
export const Answers = ({ answers, isDirect }: { answers: readonly Answer[]; isDirect: boolean }) => (
  <section aria-label="知识">
    <h2>知识{isDirect && <span className="quiet"> 坐席已当场答复</span>}</h2>
    {answers.length === 0 && <p className="quiet pad-x">知识库没有把握足够的答复</p>}
    {answers.map(({ articleId, title, quote, score }) => (
      <article key={articleId} className="answer">
        <Link to={`/articles/${encodeURIComponent(articleId)}`}>{title}</Link>
        <span className="source source-rules" title={`相关度 ${score.toFixed(2)}`}>
          来源：规则
        </span>
        <blockquote>{quote}</blockquote>
      </article>
    ))}
  </section>
);
