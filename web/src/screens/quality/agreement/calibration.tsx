import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { Link, useParams } from "react-router";
import { qualityApi } from "../../../api-quality.ts";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { useQaAction } from "../../../queries-quality.ts";
import type { CalibrationView } from "../../../types-quality.ts";
import { KappaTable } from "./kappa-table.tsx";

/** One calibration: who is how far, and once it has ended how far they agree and where they differ. */
export function CalibrationScreen() {
  const { id = "" } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ["qa", "calibrations", id],
    queryFn: () => qualityApi.calibration(id),
  });
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />;
  return (
    <section>
      <header className="screen-head">
        <Link to="/quality/agreement">← 校准</Link>
        <h1>{data.title}</h1>
        <span className="quiet num">
          {data.calls} 通 · {data.reviewers.map(({ name, done }) => `${name} ${done}/${data.calls}`).join("，")}
        </span>
        <span className="grow" />
        {data.state === "进行中" && <End calibration={data} />}
      </header>
      {data.state === "进行中" ? (
        <p className="pad quiet">
          还在进行：各人在“任务”里评自己的一份，互相看不到。结束后这里列出逐项一致程度和分歧。
        </p>
      ) : (
        <>
          <KappaTable overall={data.overall} items={data.items} />
          <Disagreements calibration={data} />
        </>
      )}
    </section>
  );
}

function End({ calibration: { id, reviewers, calls } }: { calibration: CalibrationView }) {
  const { modal } = App.useApp();
  const end = useQaAction(() => qualityApi.endCalibration(id), "校准已结束");
  const open = reviewers.reduce((sum, { done }) => sum + calls - done, 0);
  const ask = async () => {
    const isSure =
      open === 0 ||
      (await modal.confirm({ title: `还有 ${open} 份没评完，现在就结束？`, okText: "结束", cancelText: "再等等" }));
    if (isSure) end.mutate(undefined);
  };
  return (
    <Button type="primary" loading={end.isPending} onClick={() => void ask()}>
      结束校准
    </Button>
  );
}

function Disagreements({ calibration: { disagreements } }: { calibration: CalibrationView }) {
  return (
    <section aria-label="分歧">
      <h2>分歧 {disagreements.length}</h2>
      <ol className="hits">
        {disagreements.map(({ callId, item, verdicts }) => (
          <li key={`${callId}-${item}`}>
            <p className="hit-title">
              <Link to={`/quality/calls/${encodeURIComponent(callId)}?item=${encodeURIComponent(item)}`}>{item}</Link>
              <span className="quiet num">{callId}</span>
            </p>
            <p>{verdicts.map(({ by, verdict }) => `${by}：${verdict}`).join("　")}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
