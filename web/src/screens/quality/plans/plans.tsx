import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { qualityApi } from "../../../api-quality.ts";
import { Empty } from "../../../parts/empty.tsx";
import { type Column, ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { shortTime } from "../../../parts/time.ts";
import { directionWords } from "../../../parts/words.ts";
import type { Plan } from "../../../types-quality.ts";
import { PlanForm } from "./plan-form.tsx";

const columns: readonly Column<Plan>[] = [
  {
    title: "计划",
    className: "wide",
    cell: (plan) => (
      <>
        <span>{plan.name}</span>
        <span className="risk-why quiet">{filterWords(plan)}</span>
      </>
    ),
  },
  { title: "月份", className: "num tight labelled", cell: ({ month }) => month },
  { title: "方法", className: "tight", cell: ({ method, reviews }) => `${method}${reviews === 2 ? "，双评" : ""}` },
  { title: "每人", className: "num tight labelled", cell: ({ perAgent }) => perAgent },
  { title: "抽中", className: "num tight labelled", cell: ({ drawn, population }) => `${drawn} / ${population} 通` },
  { title: "完成", className: "tight", cell: (plan) => <Done plan={plan} /> },
  {
    title: "种子",
    className: "code tight",
    cell: ({ seed }) => <span title="同一批通话、同一种子，抽出来的一样">{seed}</span>,
  },
  { title: "谁定的", className: "tight", cell: ({ by, at }) => `${by} ${shortTime(at)}` },
];

function filterWords({ filter }: Plan): string {
  const { direction, agentId, team, agency, item } = filter;
  const words = [direction && directionWords[direction], agentId && `坐席 ${agentId}`, team, agency, item];
  return words.filter(Boolean).join(" · ") || "全部通话";
}

/** A double review is two tasks a call. */
const Done = ({ plan: { id, drawn, reviews, done } }: { plan: Plan }) => (
  <span className="progress">
    <progress value={done} max={Math.max(1, drawn * reviews)} aria-label="完成" />
    <Link className="num" to={`/quality/tasks?view=待领取&planId=${encodeURIComponent(id)}`}>
      {done} / {drawn * reviews}
    </Link>
  </span>
);

/** What is drawn to be heard by people each month, and how far they are. */
export function Plans() {
  const { data, error, refetch } = useQuery({ queryKey: ["qa", "plans"], queryFn: qualityApi.plans });
  const [isNew, setNew] = useState(false);
  return (
    <section>
      <header className="screen-head">
        <h1>抽样</h1>
        <span className="quiet">每月从每位坐席的通话里抽一批来听，抽法和种子都留底</span>
        <span className="grow" />
        {!isNew && (
          <Button type="primary" onClick={() => setNew(true)}>
            抽一批
          </Button>
        )}
      </header>
      {isNew && <PlanForm onClose={() => setNew(false)} />}
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={5} />)}
      {data?.items.length === 0 && !isNew && (
        <Empty title="还没有抽过">点“抽一批”，任务就排进队列，风险高的先来。</Empty>
      )}
      {data && data.items.length > 0 && (
        <ListTable label="抽样计划" rows={data.items} columns={columns} keyOf={({ id }) => id} />
      )}
    </section>
  );
}
