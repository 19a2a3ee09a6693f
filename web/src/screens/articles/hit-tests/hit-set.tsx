import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { fullTime } from "../../../parts/time.ts";
import { useKbAction } from "../../../queries-articles.ts";
import type { HitRunHead, HitSetDetail } from "../../../types-knowledge.ts";
import { linesOf } from "./hit-lines.ts";
import { HitRunView, type View } from "./hit-run.tsx";
import { SetForm } from "./set-form.tsx";

const askWhileRunningMs = 1_000;
export const isUnderway = ({ state }: HitRunHead): boolean => state === "waiting" || state === "running";

/** One set: its questions, its runs, and who gained and lost in the one that is open. */
export function HitSetScreen() {
  const { id = "" } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ["kb", "hit-set", id],
    queryFn: () => knowledgeApi.hitSet(id),
    refetchInterval: ({ state }) => (state.data?.runs.some(isUnderway) ? askWhileRunningMs : false),
  });
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  return <OpenSet set={data} />;
}

function OpenSet({ set }: { set: HitSetDetail }) {
  const [isEditing, setEditing] = useState(false);
  const [, setSearch] = useSearchParams();
  const run = useKbAction(async () => {
    const { id } = await knowledgeApi.runHitSet(set.id);
    setSearch({ run: id }, { replace: true });
  }, null);
  const save = useKbAction(
    (typed: Parameters<typeof knowledgeApi.saveHitSet>[1]) => knowledgeApi.saveHitSet(set.id, typed),
    "题集已保存",
  );
  return (
    <section>
      <header className="screen-head">
        <Link to="/articles/hit-tests">← 命中测试</Link>
        <h1>{set.name}</h1>
        <span className="quiet num">{set.questionList.length} 题</span>
        <span className="grow" />
        <span className="head-buttons">
          <Button onClick={() => setEditing(!isEditing)}>{isEditing ? "收起题目" : "改题目"}</Button>
          <Button
            type="primary"
            loading={run.isPending || set.runs.some(isUnderway)}
            onClick={() => run.mutate(undefined)}
          >
            现在跑一遍
          </Button>
        </span>
      </header>
      {isEditing && (
        <SetForm
          key={set.version}
          name={set.id}
          given={{ name: set.name, lines: linesOf(set.questionList) }}
          base={set.version}
          known={set.questionList}
          isBusy={save.isPending}
          onCancel={() => setEditing(false)}
          onSave={async (typed) => {
            await save.mutateAsync(typed);
            setEditing(false);
          }}
        />
      )}
      <Runs runs={set.runs} />
    </section>
  );
}

function Runs({ runs }: { runs: readonly HitRunHead[] }) {
  const [search, setSearch] = useSearchParams();
  const newest = runs[0];
  const [openedWith, setOpenedWith] = useState(newest?.id);
  const [view, setView] = useState<View | null>(null);
  if (newest && !openedWith) setOpenedWith(newest.id);
  // What somebody reads stays: a run after a publication starts by itself and would take its place.
  const chosen = runs.find(({ id }) => id === (search.get("run") ?? openedWith)) ?? newest;
  if (!newest || !chosen)
    return <Empty title="还没跑过">点“现在跑一遍”，几秒就有结果；以后每次发布都会自动再跑。</Empty>;
  return (
    <>
      <p className="pad-x">
        <Select
          aria-label="哪一次"
          value={chosen.id}
          options={runs.map(({ id, requestedAt, cause, requestedByName }) => ({
            value: id,
            label: `${fullTime(requestedAt)} ${cause === "发布后" ? "发布后自动" : (requestedByName ?? cause)}`,
          }))}
          onChange={(run) => setSearch({ run }, { replace: true })}
        />
        {chosen.id !== newest.id && (
          <Button type="link" onClick={() => setSearch({ run: newest.id }, { replace: true })}>
            看最新一次
          </Button>
        )}
      </p>
      <HitRunView key={chosen.id} run={chosen} view={view} onView={setView} />
    </>
  );
}
