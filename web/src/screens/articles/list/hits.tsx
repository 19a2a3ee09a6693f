import { useState } from "react";
import { Link } from "react-router";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { markQuotes } from "../../../parts/marks.ts";
import { useNow } from "../../../parts/use-now.ts";
import { useArticleSearch } from "../../../queries-articles.ts";
import type { SearchHit } from "../../../types-articles.ts";
import { FeedbackButtons } from "../feedback/feedback-buttons.tsx";
import { MissingButton } from "../feedback/missing-button.tsx";
import { BulletinTag } from "../state-tag.tsx";
import { Validity } from "../validity.tsx";
import { sharedWords } from "./shared-words.ts";

/** A hit this far below the best is seldom what was asked for: one click away. */
const nearShare = 0.25;

/** What the base found, best first, with the words of the question marked in the passage. */
export function Hits({ text }: { text: string }) {
  const { data, error, refetch } = useArticleSearch(text);
  const [whole, setWhole] = useState<string | null>(null);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />;
  if (data.results.length === 0)
    return (
      <>
        <Empty title="知识库没有">没有把握足够的答复。换个说法再搜，或告诉知识编辑。</Empty>
        <p className="missing-line">
          <MissingButton question={text} />
        </p>
      </>
    );
  const best = data.results[0]?.score ?? 0;
  const near = data.results.filter(({ score }) => score >= best * nearShare);
  const shown = whole === text ? data.results : near;
  const hidden = data.results.length - shown.length;
  return (
    <>
      {data.abstained && (
        <p className="near-soon pad-x abstained">
          知识库没有把握足够的答复，下面的只供参考，不要直接答复。
          <MissingButton question={text} />
        </p>
      )}
      <ol className="hits" aria-label="搜索结果">
        {shown.map((hit) => (
          <Hit key={`${hit.articleId}-${hit.quote}`} hit={hit} text={text} />
        ))}
      </ol>
      {hidden > 0 && (
        <p className="missing-line">
          <button type="button" className="link" onClick={() => setWhole(text)}>
            还有 {hidden} 条相关度低的
          </button>
        </p>
      )}
      {!data.abstained && (
        <p className="missing-line quiet">
          都不对？ <MissingButton question={text} />
        </p>
      )}
    </>
  );
}

function Hit({ hit, text }: { hit: SearchHit; text: string }) {
  const nowMs = useNow();
  return (
    <li>
      <p className="hit-title">
        {hit.bulletin && <BulletinTag />}
        <Link to={`/articles/${encodeURIComponent(hit.articleId)}?quote=${encodeURIComponent(hit.quote)}`}>
          {hit.title}
        </Link>
      </p>
      <blockquote>
        {markQuotes(hit.quote, sharedWords(text, hit.quote)).map(({ text: words, start, isMarked }) =>
          isMarked ? <mark key={start}>{words}</mark> : words,
        )}
      </blockquote>
      <p className="hit-facts quiet">
        <span>来源：{hit.agency ?? "未写单位"}</span>
        <Validity of={hit} nowMs={nowMs} />
        <span className="num">第 {hit.version} 版</span>
        <span className="num">相关度 {hit.score.toFixed(2)}</span>
        <FeedbackButtons articleId={hit.articleId} version={hit.version} question={text} />
      </p>
    </li>
  );
}
