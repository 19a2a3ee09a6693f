import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useRef } from "react";
import { Link, useSearchParams } from "react-router";
import { qualityApi } from "../../../api-quality.ts";
import { useMe } from "../../../me.tsx";
import { Chips } from "../../../parts/chips.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { type Column, ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { shortTime } from "../../../parts/time.ts";
import { directionWords } from "../../../parts/words.ts";
import { useQaAction } from "../../../queries-quality.ts";
import type { Task } from "../../../types-quality.ts";
import { riskTone } from "../list/columns.tsx";
import { TakeNext } from "../list/take-next.tsx";
import { useRowKeys } from "../list/use-row-keys.ts";

const views = { mine: "我手里的", 待领取: "待领取", 进行中: "进行中", 已完成: "已完成" } as const;
type View = keyof typeof views;

const isDirection = (word: string): word is keyof typeof directionWords => Object.hasOwn(directionWords, word);

const columns: readonly Column<Task>[] = [
  {
    title: "风险",
    className: "num tight labelled",
    cell: ({ risk }) => <strong className={riskTone(risk)}>{Math.round(risk)}</strong>,
  },
  { title: "种类", className: "tight", cell: ({ kind }) => kind },
  {
    title: "通话",
    className: "wide",
    cell: ({ callId, direction, agentId }) =>
      `${isDirection(direction) ? directionWords[direction] : direction} · 坐席 ${agentId ?? "—"} · ${callId}`,
  },
  { title: "得分", className: "num tight labelled", cell: ({ score }) => score ?? "—" },
  { title: "通话时间", className: "num tight", cell: ({ startedAt }) => shortTime(startedAt) },
  { title: "完成", className: "num tight labelled", cell: ({ doneAt }) => (doneAt ? shortTime(doneAt) : "") },
  { title: "在谁手里", className: "tight", cell: (task) => <Holder task={task} /> },
];

/** Review tasks: one's own, and the queue. */
export function Tasks() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get("view");
  const view: View = asked !== null && Object.hasOwn(views, asked) ? (asked as View) : "mine";
  const planId = search.get("planId");
  const { data, error, refetch } = useQuery({
    queryKey: ["qa", "tasks", view, planId],
    queryFn: () =>
      qualityApi.tasks({
        ...(view === "mine" ? { mine: "true", state: "进行中" } : { state: view }),
        ...(planId ? { planId } : {}),
        limit: 500,
      }),
  });
  const box = useRef<HTMLDivElement>(null);
  useRowKeys(box);
  return (
    <section>
      <header className="screen-head">
        <h1>任务</h1>
        <Chips
          label="看哪些"
          words={views}
          chosen={view}
          counts={planId ? undefined : data?.counts}
          onChoose={(next) => setSearch({ view: next, ...(planId ? { planId } : {}) }, { replace: true })}
        />
        {planId && <Link to={`?view=${view}`}>只看一个抽样计划 ×</Link>}
        <span className="grow" />
        <TakeNext />
      </header>
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />)}
      {data?.items.length === 0 && (
        <Empty title="没有这样的任务">
          {view === "mine" ? "按“取下一条”从队列里领一条，风险高的先来。" : "在“抽样”里抽一批通话，任务就排进队列。"}
        </Empty>
      )}
      {data && data.items.length > 0 && (
        <div ref={box}>
          <ListTable
            label="复核任务"
            rows={data.items}
            columns={columns}
            keyOf={({ id }) => id}
            linkOf={({ callId }) => `/quality/calls/${encodeURIComponent(callId)}`}
          />
        </div>
      )}
    </section>
  );
}

/** Who has a task; it can be given to somebody else, or back to the queue, as long as it is not done. */
function Holder({ task: { id, state, kind, reviewer, reviewerId } }: { task: Task }) {
  const me = useMe();
  const { data } = useQuery({ queryKey: ["qa", "reviewers"], queryFn: qualityApi.reviewers, staleTime: 60_000 });
  const assign = useQaAction((to: string | null) => qualityApi.assign(id, to), "已改派");
  if (state === "已完成" || kind === "校准") return reviewer ?? "—";
  // A click into the choice is no click on the row.
  const stop = (event: { stopPropagation: () => void }) => event.stopPropagation();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps clicks from the row around it.
    <span onClick={stop} onKeyDown={stop} role="presentation">
      <Select<string>
        size="small"
        className="choice"
        aria-label="在谁手里"
        placeholder="在队列里"
        value={reviewerId}
        loading={assign.isPending}
        options={(data?.items ?? []).map((each) => ({
          value: each.id,
          label: each.id === me.id ? `我（${each.name}）` : each.name,
        }))}
        onChange={(value) => assign.mutate(value)}
      />
      {reviewerId && (
        <Button size="small" type="link" onClick={() => assign.mutate(null)}>
          退回队列
        </Button>
      )}
    </span>
  );
}
