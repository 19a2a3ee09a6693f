import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { qualityApi } from "../../../api-quality.ts";
import { Empty } from "../../../parts/empty.tsx";
import { type Column, ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { shortTime } from "../../../parts/time.ts";
import type { Calibration } from "../../../types-quality.ts";
import { CalibrationForm } from "./calibration-form.tsx";
import { KappaTable } from "./kappa-table.tsx";

const columns: readonly Column<Calibration>[] = [
  { title: "校准", className: "wide", cell: ({ title }) => title },
  { title: "状态", className: "tight", cell: ({ state }) => state },
  { title: "通话", className: "num tight labelled", cell: ({ calls }) => calls },
  {
    title: "进度",
    cell: ({ reviewers, calls }) => reviewers.map(({ name, done }) => `${name} ${done}/${calls}`).join("，"),
  },
  { title: "谁发起", className: "tight", cell: ({ by, at }) => `${by} ${shortTime(at)}` },
];

/** Whether reviewers judge alike: double reviews of the work, and sessions in which all judge the same calls. */
export function AgreementScreen() {
  const [isNew, setNew] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: ["qa", "calibrations"], queryFn: qualityApi.calibrations });
  return (
    <section>
      <header className="screen-head">
        <h1>校准</h1>
        <span className="quiet">几位质检员各自评同样的通话，互相看不到，结束后比一致程度</span>
        <span className="grow" />
        {!isNew && (
          <Button type="primary" onClick={() => setNew(true)}>
            发起校准
          </Button>
        )}
      </header>
      {isNew && <CalibrationForm onClose={() => setNew(false)} />}
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={3} />)}
      {data?.items.length === 0 && !isNew && (
        <Empty title="还没有校准过">选几通通话、两位以上质检员，就可以开始。</Empty>
      )}
      {data && data.items.length > 0 && (
        <ListTable
          label="校准"
          rows={data.items}
          columns={columns}
          keyOf={({ id }) => id}
          linkOf={({ id }) => `/quality/agreement/${encodeURIComponent(id)}`}
        />
      )}
      <DoubleReviews />
    </section>
  );
}

function DoubleReviews() {
  const { data, error, refetch } = useQuery({
    queryKey: ["qa", "agreement"],
    queryFn: () => qualityApi.agreement({}),
  });
  return (
    <section aria-label="双评一致程度">
      <header className="screen-head">
        <h1>双评一致程度</h1>
      </header>
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={5} />)}
      {data && data.overall.pairs === 0 && (
        <Empty title="还没有完成的双评">在“抽样”里选“两人各评”，两人都完成后算出逐项的一致程度。</Empty>
      )}
      {data && data.overall.pairs > 0 && <KappaTable overall={data.overall} items={data.items} />}
    </section>
  );
}
