import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { qualityApi } from "../../../api-quality.ts";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { fullTime } from "../../../parts/time.ts";
import { useQaAction } from "../../../queries-quality.ts";
import type { Rescore } from "../../../types-quality.ts";
import { leftWords } from "./left-words.ts";

/** Events tell of progress; this is for when none come. */
const askMs = 2_000;

const isGoing = ({ state }: Rescore) => state === "等待" || state === "运行";

/** Scores all calls by the rules of now, in the background; the old scores stay with their version. */
export function Rescores() {
  const { data, error, refetch } = useQuery({
    queryKey: ["qa", "rescores"],
    queryFn: qualityApi.rescores,
    refetchInterval: ({ state }) => (state.data?.items.some(isGoing) ? askMs : false),
  });
  const start = useQaAction(qualityApi.startRescore, "已在后台开始");
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={5} />;
  const isBusy = data.items.some((run) => isGoing(run) || run.state === "暂停");
  return (
    <section>
      <header className="screen-head">
        <h1>重新评分</h1>
        <span className="quiet num">
          现用规则 {data.present}，
          {data.outdated > 0 ? `${data.outdated} 通还是旧规则评的` : "所有通话都是现用规则评的"}
        </span>
        <span className="grow" />
        <Button
          type={data.outdated > 0 ? "primary" : "default"}
          disabled={isBusy || data.outdated === 0}
          title={data.outdated === 0 ? "没有要重评的" : ""}
          loading={start.isPending}
          onClick={() => start.mutate(undefined)}
        >
          全部重新评分
        </Button>
      </header>
      {data.items.length === 0 && (
        <Empty title="还没有重新评过分">改了评分表以后在这里重评；人工的判定照旧算数，旧分连同规则版本都留着。</Empty>
      )}
      <ol className="hits" aria-label="重新评分">
        {data.items.map((run) => (
          <li key={run.id}>
            <Run run={run} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Run({ run }: { run: Rescore }) {
  const { id, state, total, done, changed, failure, perSec, rulesVersion, by, createdAt, finishedAt } = run;
  const pause = useQaAction(() => qualityApi.pauseRescore(id), "这一批评完就暂停");
  const resume = useQaAction(() => qualityApi.resumeRescore(id), "接着评");
  return (
    <>
      <p className="progress" role="status">
        <strong>{state}</strong>
        <progress value={done} max={Math.max(1, total)} aria-label="重新评分进度" />
        <span className="num">
          {done} / {total} 通，分数有变 {changed} 通
          {isGoing(run) && perSec !== null && `，每秒 ${Math.round(perSec)} 通，${leftWords(total - done, perSec)}`}
        </span>
        {isGoing(run) && (
          <Button size="small" loading={pause.isPending} onClick={() => pause.mutate(undefined)}>
            暂停
          </Button>
        )}
        {state === "暂停" && (
          <Button size="small" type="primary" loading={resume.isPending} onClick={() => resume.mutate(undefined)}>
            继续
          </Button>
        )}
      </p>
      {failure && <p className="near-over">{failure}</p>}
      <p className="quiet num">
        规则 {rulesVersion} · {by} {fullTime(createdAt)} 开始{finishedAt && ` · ${fullTime(finishedAt)} 结束`}
      </p>
    </>
  );
}
