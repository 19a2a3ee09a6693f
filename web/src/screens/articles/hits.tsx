import { Link } from "react-router";
import { Empty } from "../../parts/empty.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { markQuotes } from "../../parts/marks.ts";
import { useArticleSearch } from "../../queries.ts";
import type { SearchHit } from "../../types.ts";
import { sharedWords } from "./shared-words.ts";

/** What the base found, best first, with the words of the question marked in the passage. */
export function Hits({ text }: { text: string }) {
  const { data, error, refetch } = useArticleSearch(text);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />;
  if (data.results.length === 0) return <Empty title="没有把握足够的答复">换个说法再搜，或补充一篇文章。</Empty>;
  return (
    <>
      {data.abstained && <p className="near-soon pad-x">把握不够，下面的只供参考，不要直接答复。</p>}
      <ol className="hits" aria-label="搜索结果">
        {data.results.map((hit) => (
          <Hit key={`${hit.articleId}-${hit.quote}`} hit={hit} text={text} />
        ))}
      </ol>
    </>
  );
}

const Hit = ({ hit, text }: { hit: SearchHit; text: string }) => (
  <li>
    <p>
      <Link to={`/articles/${encodeURIComponent(hit.articleId)}?quote=${encodeURIComponent(hit.quote)}`}>
        {hit.title}
      </Link>
      <span className="quiet">
        {" "}
        {hit.agency ?? ""} 相关度 {hit.score.toFixed(2)}
      </span>
    </p>
    <blockquote>
      {markQuotes(hit.quote, sharedWords(text, hit.quote)).map(({ text: words, start, isMarked }) =>
        isMarked ? <mark key={start}>{words}</mark> : words,
      )}
    </blockquote>
  </li>
);
