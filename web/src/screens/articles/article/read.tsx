import { useSearchParams } from "react-router";
import { useMay } from "../../../me.tsx";
import { markQuotes } from "../../../parts/marks.ts";
import { dayOf, fullTime } from "../../../parts/time.ts";
import { useNow } from "../../../parts/use-now.ts";
import type { Article } from "../../../types-articles.ts";
import { FeedbackButtons } from "../feedback/feedback-buttons.tsx";
import { Files } from "../files/files.tsx";
import { SlotText } from "../slot-text.tsx";
import { validityWords } from "../validity.tsx";
import { useOpenArticle } from "./article-frame.tsx";

/** One article as agents see it; the passage one came for is marked. */
export function ReadArticle() {
  const article = useOpenArticle();
  const [search] = useSearchParams();
  const mayEdit = useMay("article.edit");
  const nowMs = useNow();
  const { publishedVersion, state } = article;
  return (
    <>
      {mayEdit && publishedVersion !== null && state !== "published" && state !== "retired" && (
        <p className="notice-line">下面是修改稿。坐席现在看到的仍是第 {publishedVersion} 版，可在“版本”里对照。</p>
      )}
      <dl className="pairs">
        {facts(article, nowMs).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="article-body">
        {markQuotes(article.body, [search.get("quote") ?? ""]).map(({ text, start, isMarked }) =>
          isMarked ? <mark key={start}>{text}</mark> : <SlotText key={start} text={text} />,
        )}
      </div>
      <Files article={article} mayChange={false} />
      {publishedVersion !== null && (
        <p className="pad-x">
          <FeedbackButtons articleId={article.id} version={publishedVersion} />
        </p>
      )}
    </>
  );
}

const facts = (article: Article, nowMs: number): [label: string, value: string][] => [
  ["类别", article.kind],
  ["单位", article.agency ?? "—"],
  ["依据", article.legalBasis ?? "—"],
  ["事项", article.item ?? "—"],
  ["地区", article.region ?? "全市"],
  ["对象", article.audience ?? "—"],
  ["效力", validityWords(article, nowMs)],
  ["生效", article.validFrom ? dayOf(article.validFrom) : "—"],
  ["复核", article.reviewDueAt ? dayOf(article.reviewDueAt) : "—"],
  ["更新", fullTime(article.updatedAt)],
  ["作者", article.authors.map(({ name }) => name).join("、") || "—"],
  ["审核", article.checkedBy?.name ?? "—"],
];
