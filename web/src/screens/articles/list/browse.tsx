import { Button } from "antd";
import { useSearchParams } from "react-router";
import { useMay } from "../../../me.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { type Column, ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { dayOf } from "../../../parts/time.ts";
import { useNow } from "../../../parts/use-now.ts";
import { useArticles } from "../../../queries-articles.ts";
import type { ArticleHead } from "../../../types-articles.ts";
import { ArticleStateTag, BulletinTag } from "../state-tag.tsx";
import { Validity } from "../validity.tsx";
import { filterOf } from "./filter.ts";
import { Filters } from "./filters.tsx";
import { Tree } from "./tree.tsx";

type Columns = readonly Column<ArticleHead>[];

const columnsAt = (nowMs: number, isEditor: boolean): Columns => [
  {
    title: "标题",
    className: "wide",
    cell: ({ title, bulletin }) => (
      <>
        {bulletin && <BulletinTag />}
        {title}
      </>
    ),
  },
  { title: "类别", className: "tight", cell: ({ kind }) => kind },
  { title: "单位", cell: ({ agency }) => agency ?? "—" },
  { title: "地区", className: "tight", cell: ({ region }) => region ?? "全市" },
  ...(isEditor ? stateColumns : []),
  { title: "效力", className: "tight", cell: (head) => <Validity of={head} nowMs={nowMs} /> },
  { title: "更新", className: "num tight labelled", cell: ({ updatedAt }) => dayOf(updatedAt) },
];

const stateColumns: Columns = [
  { title: "状态", className: "tight", cell: (head) => <ArticleStateTag article={head} /> },
  {
    title: "复核",
    className: "num tight labelled",
    cell: ({ reviewDueAt, isReviewDue }) =>
      reviewDueAt && <span className={isReviewDue ? "near-over" : undefined}>{dayOf(reviewDueAt)}</span>,
  },
];

/** All articles one may see: the tree narrows, the line above filters, a row opens. */
export const Browse = () => (
  <div className="kb-browse">
    <Tree />
    <div className="kb-list">
      <Filters />
      <List />
    </div>
  </div>
);

function List() {
  const [search] = useSearchParams();
  const filter = filterOf(search);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useArticles(filter);
  const isEditor = useMay("article.edit");
  const nowMs = useNow();
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  const rows = data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <Nothing isFiltered={Object.keys(filter).length > 0} isEditor={isEditor} />;
  return (
    <>
      <ListTable
        label="知识文章"
        rows={rows}
        columns={columnsAt(nowMs, isEditor)}
        keyOf={({ id }) => id}
        linkOf={({ id }) => `/articles/${encodeURIComponent(id)}`}
      />
      {hasNextPage && (
        <p className="pad">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            再看 50 篇
          </Button>
        </p>
      )}
    </>
  );
}

function Nothing({ isFiltered, isEditor }: { isFiltered: boolean; isEditor: boolean }) {
  if (isFiltered) return <Empty title="没有符合条件的文章">放宽左边的分类或上面的条件再看。</Empty>;
  return (
    <Empty title="知识库还是空的">
      {isEditor ? "写第一篇，或在“导入导出”里导入现有的文件。" : "知识编辑发布后会出现在这里。"}
    </Empty>
  );
}
