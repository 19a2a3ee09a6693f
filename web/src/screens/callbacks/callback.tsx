import { Link, useParams } from "react-router";
import { Empty } from "../../parts/empty.tsx";
import { LightProvider } from "../../parts/light.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { Transcript } from "../../parts/transcript.tsx";
import { useCall } from "../../queries.ts";
import type { CallView } from "../../types.ts";
import { Leading } from "./leading.tsx";
import { Outcome } from "./outcome.tsx";

/** One callback: the agent's leading sentences first, then what was found out, the faults, and every word beside. */
export function Callback() {
  const { id = "" } = useParams();
  const { data, error, refetch } = useCall(id);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />;
  return (
    <section className="fill-height">
      <header className="screen-head">
        <Link to="/callbacks">← 回访</Link>
        <h1>{data.call.about?.title ?? "回访"}</h1>
        <span className="quiet">{[data.call.about?.id, data.call.about?.organizer].filter(Boolean).join(" · ")}</span>
      </header>
      <LightProvider>
        <div className="desk">
          <section aria-label="原话" className="desk-words">
            <div className="scroll">
              <Transcript utterances={data.call.utterances} />
            </div>
          </section>
          <section aria-label="核查结果" className="desk-draft">
            <div className="scroll draft">
              <Findings view={data} />
            </div>
          </section>
        </div>
      </LightProvider>
    </section>
  );
}

function Findings({ view }: { view: CallView }) {
  if (view.callback)
    return (
      <>
        <Leading sentences={view.callback.leading} />
        <Outcome review={view.callback} qa={view.qa} />
      </>
    );
  if (view.state === "received") return <Empty title="正在处理…">核查好后会自己出现在这里。</Empty>;
  return <Empty title="需要人工核查">{view.failure ?? "没有核查结果"}</Empty>;
}
