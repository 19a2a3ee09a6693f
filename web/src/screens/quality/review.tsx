import { Link, useParams } from "react-router";
import { Empty } from "../../parts/empty.tsx";
import { LightProvider } from "../../parts/light.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { Transcript } from "../../parts/transcript.tsx";
import { useCall } from "../../queries.ts";
import type { CallView } from "../../types.ts";
import { ItemList } from "./item-list.tsx";

const titleOf = (view: CallView) => view.order?.title ?? view.call.about?.title ?? view.id;

/** One call on the inspector's desk: the rubric line by line, and the words it rests on. */
export function Review() {
  const { id = "" } = useParams();
  const { data, error, refetch } = useCall(id);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />;
  return (
    <section className="fill-height">
      <header className="screen-head">
        <Link to="/quality">← 质检</Link>
        <h1>{titleOf(data)}</h1>
        <span className="quiet">
          {data.call.agentId ? `工号 ${data.call.agentId} · ` : ""}
          {data.id}
        </span>
        <span className="grow" />
        {data.qa && <Score view={data} />}
      </header>
      <LightProvider>
        <div className="desk">
          <section aria-label="原话" className="desk-words">
            <div className="scroll">
              <Transcript utterances={data.call.utterances} threats={data.order?.threatQuotes ?? []} />
            </div>
          </section>
          <section aria-label="评分" className="desk-draft">
            <div className="scroll">{data.qa ? <ItemList items={data.qa.items} /> : <NoScore view={data} />}</div>
          </section>
        </div>
      </LightProvider>
    </section>
  );
}

const Score = ({ view: { qa } }: { view: CallView }) => (
  <span className="num">
    {qa?.score === null ? "不计分" : <strong>{qa?.score} / 100</strong>}
    {qa?.band !== null && <span className="quiet"> · 录音质检 {qa?.band} / 40</span>}
  </span>
);

const NoScore = ({ view }: { view: CallView }) =>
  view.state === "received" ? (
    <Empty title="正在处理…">评好后会自己出现在这里。</Empty>
  ) : (
    <Empty title="没有评分">{view.failure ?? "这通没有可评的内容"}</Empty>
  );
