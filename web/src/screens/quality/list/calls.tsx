import { Button } from "antd";
import { useRef } from "react";
import { useSearchParams } from "react-router";
import { useMay } from "../../../me.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { Progress } from "../../../parts/progress.tsx";
import { useCalls } from "../../../queries.ts";
import { useQaCalls } from "../../../queries-quality.ts";
import { agentColumns, reviewerColumns } from "./columns.tsx";
import { filterOf } from "./filter.ts";
import { Filters } from "./filters.tsx";
import { TakeNext } from "./take-next.tsx";
import { useRowKeys } from "./use-row-keys.ts";

/** Scored calls, the riskiest first: all of them for reviewers, their own for agents. */
export function QaCalls() {
  const mayReview = useMay("score.review");
  const box = useRef<HTMLDivElement>(null);
  useRowKeys(box);
  return (
    <section>
      <header className="screen-head">
        <h1>{mayReview ? "质检" : "我的通话"}</h1>
        <Total />
        <span className="grow" />
        {mayReview && <TakeNext />}
      </header>
      <Filters />
      <div ref={box}>
        <List />
      </div>
    </section>
  );
}

/** Calls that could not be processed have no score and are in no list here: their number is. */
function Total() {
  const { data } = useCalls();
  return data ? <Progress calls={data.items} /> : null;
}

function List() {
  const [search] = useSearchParams();
  const mayReview = useMay("score.review");
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useQaCalls(filterOf(search));
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  const rows = data.pages.flatMap(({ items }) => items);
  const total = data.pages[0]?.total ?? 0;
  if (rows.length === 0) return <Nothing isFiltered={search.size > 0} mayReview={mayReview} />;
  const tail = search.size > 0 ? `?${search}` : "";
  return (
    <>
      <ListTable
        label="质检"
        rows={rows}
        columns={mayReview ? reviewerColumns : agentColumns}
        keyOf={({ id }) => id}
        linkOf={({ id }) => `/quality/calls/${encodeURIComponent(id)}${tail}`}
      />
      <p className="pad quiet num">
        {rows.length} / {total} 通{" "}
        {hasNextPage && (
          <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            再看 50 通
          </Button>
        )}
      </p>
    </>
  );
}

function Nothing({ isFiltered, mayReview }: { isFiltered: boolean; mayReview: boolean }) {
  if (isFiltered) return <Empty title="没有符合条件的通话">放宽上面的条件再看。</Empty>;
  return (
    <Empty title="还没有评过分的通话">
      {mayReview ? "通话结束后自动评分，风险高的排在最前。" : "您的通话评分后会出现在这里。"}
    </Empty>
  );
}
