import { Link } from "react-router";
import type { Answer } from "../../types.ts";

type Props = { answers: readonly Answer[]; isDirect: boolean; isLive: boolean };

/** What the knowledge base offers for this call, in its own words. */
export const Answers = ({ answers, isDirect, isLive }: Props) => (
  <section aria-label="知识">
    <h2>知识{isDirect && <span className="quiet"> 坐席已当场答复</span>}</h2>
    {answers.length === 0 && (
      <p className="quiet pad-x">{isLive ? "听到问题后在这里给出答复" : "知识库没有把握足够的答复"}</p>
    )}
    {answers.map(({ articleId, title, quote, score }) => (
      <article key={articleId} className="answer">
        <Link to={`/articles/${encodeURIComponent(articleId)}`} target="_blank">
          {title}
        </Link>
        <span className="source source-rules" title={`相关度 ${score.toFixed(2)}`}>
          来源：规则
        </span>
        <blockquote>{quote}</blockquote>
      </article>
    ))}
  </section>
);
