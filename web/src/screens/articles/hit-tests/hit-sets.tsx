import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { Empty } from "../../../parts/empty.tsx";
import { type Column, ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { shortTime } from "../../../parts/time.ts";
import { useKbAction } from "../../../queries-articles.ts";
import type { HitSet } from "../../../types-knowledge.ts";
import { SetForm } from "./set-form.tsx";
import { Totals } from "./totals.tsx";

const columns: readonly Column<HitSet>[] = [
  { title: "题集", className: "wide", cell: ({ name }) => name },
  { title: "题数", className: "num tight labelled", cell: ({ questions }) => questions },
  { title: "最近一次", cell: ({ latest }) => (latest ? <Totals run={latest} /> : "还没跑过") },
  { title: "时间", className: "num tight", cell: ({ latest }) => (latest ? shortTime(latest.requestedAt) : "") },
];

/** Saved sets of questions that are asked again after every change of the base. */
export function HitSets() {
  const { data, error, refetch } = useQuery({ queryKey: ["kb", "hit-sets"], queryFn: knowledgeApi.hitSets });
  const [isNew, setNew] = useState(false);
  const navigate = useNavigate();
  const create = useKbAction(knowledgeApi.createHitSet, "题集已保存");
  return (
    <section>
      <header className="screen-head">
        <h1>命中测试</h1>
        <span className="quiet">存好的问题，每次发布后自动再问一遍，看谁变好、谁变差</span>
        <span className="grow" />
        {!isNew && (
          <Button type="primary" onClick={() => setNew(true)}>
            新建题集
          </Button>
        )}
      </header>
      {isNew && (
        <SetForm
          name="new"
          given={{ name: "", lines: "" }}
          base={0}
          known={[]}
          isBusy={create.isPending}
          onCancel={() => setNew(false)}
          onSave={async ({ name, questions }) => {
            const made = await create.mutateAsync({ name, questions });
            await navigate(`/articles/hit-tests/${encodeURIComponent(made.id)}`);
          }}
        />
      )}
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={5} />)}
      {data?.items.length === 0 && !isNew && (
        <Empty title="还没有题集">把市民常问的话连同该命中的文章编号粘贴进来，改动之后就知道有没有变差。</Empty>
      )}
      {data && data.items.length > 0 && (
        <ListTable
          label="题集"
          rows={data.items}
          columns={columns}
          keyOf={({ id }) => id}
          linkOf={({ id }) => `/articles/hit-tests/${encodeURIComponent(id)}`}
        />
      )}
    </section>
  );
}
