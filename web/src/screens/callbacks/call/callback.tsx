import { useMemo } from "react";
import { Link, useParams } from "react-router";
import { useMay } from "../../../me.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { LightProvider, useLight } from "../../../parts/light.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { HeardWords } from "../../../parts/player/heard-words.tsx";
import { Player, SoundProvider } from "../../../parts/player/player.tsx";
import { useCall } from "../../../queries.ts";
import type { CallView } from "../../../types.ts";
import { Leading } from "./leading.tsx";
import { Outcome } from "./outcome.tsx";
import { Sides } from "./sides.tsx";
import { soundMarksOf, tagsOf } from "./tags.ts";

/** One callback: the agent's leading sentences first, then questions and answers beside the record, the faults, and every word with its sound. */
export function Callback() {
  const { id = "" } = useParams();
  const { data, error, refetch } = useCall(id);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />;
  return (
    <section className="fill-height">
      <Head view={data} />
      <SoundProvider callId={id} recording={data.recording}>
        <LightProvider>
          <div className="desk cb-call">
            <section aria-label="原话" className="desk-words">
              <Said view={data} />
            </section>
            <section aria-label="核查结果" className="desk-draft">
              <div className="scroll draft">
                <Findings view={data} />
              </div>
            </section>
          </div>
        </LightProvider>
      </SoundProvider>
    </section>
  );
}

function Head({ view: { id, call } }: { view: CallView }) {
  const mayReview = useMay("score.review");
  return (
    <header className="screen-head">
      <Link to="/callbacks/calls">← 回访通话</Link>
      <h1>{call.about?.title ?? "回访"}</h1>
      <span className="quiet">{[call.about?.id, call.about?.organizer].filter(Boolean).join(" · ")}</span>
      {mayReview && <Link to={`/quality/calls/${encodeURIComponent(id)}`}>复核评分</Link>}
    </header>
  );
}

function Said({ view }: { view: CallView }) {
  const { lit } = useLight();
  const tags = useMemo(() => tagsOf(view.callback), [view.callback]);
  return (
    <>
      <Player
        callId={view.id}
        recording={view.recording}
        marks={soundMarksOf(view.callback, view.call.utterances)}
        utterances={view.call.utterances}
      />
      <div className="scroll">
        <HeardWords utterances={view.call.utterances} tags={tags} lookedAt={lit} />
      </div>
    </>
  );
}

function Findings({ view }: { view: CallView }) {
  if (view.callback)
    return (
      <>
        <Leading sentences={view.callback.leading} />
        <Sides view={view} />
        <Outcome review={view.callback} qa={view.qa} />
      </>
    );
  if (view.state === "received") return <Empty title="正在处理…">核查好后会自己出现在这里。</Empty>;
  return <Empty title="需要人工核查">{view.failure ?? "没有核查结果"}</Empty>;
}
