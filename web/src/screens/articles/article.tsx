import { Link, useParams, useSearchParams } from "react-router";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { markQuotes } from "../../parts/marks.ts";
import { dayOf, fullTime } from "../../parts/time.ts";
import { articleStateWords } from "../../parts/words.ts";
import { useArticle } from "../../queries.ts";
import type { Article } from "../../types.ts";

/** One article as agents see it; the passage one came for is marked. */
export function ArticleScreen() {
  const { id = "" } = useParams();
  const [search] = useSearchParams();
  const { data, error, refetch } = useArticle(id);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />;
  return (
    <section className="article">
      <header className="screen-head">
        <Link to="/articles">← 知识库</Link>
        <h1>{data.title}</h1>
      </header>
      <dl className="pairs">
        {facts(data).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="article-body">
        {markQuotes(data.body, [search.get("quote") ?? ""]).map(({ text, start, isMarked }) =>
          isMarked ? <mark key={start}>{text}</mark> : text,
        )}
      </div>
    </section>
  );
}

const facts = (article: Article): [label: string, value: string][] => [
  ["状态", articleStateWords[article.state]],
  ["类别", article.kind],
  ["单位", article.agency ?? "—"],
  ["依据", article.legalBasis ?? "—"],
  ["地区", article.region ?? "全市"],
  ["对象", article.audience ?? "—"],
  ["生效", article.validFrom ? dayOf(article.validFrom) : "—"],
  ["有效至", article.validUntil ? dayOf(article.validUntil) : "长期"],
  ["更新", fullTime(article.updatedAt)],
];
