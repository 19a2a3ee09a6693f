import { Tabs } from "antd";
import type { ReactNode } from "react";
import { LightProvider } from "../../parts/light.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { Transcript } from "../../parts/transcript.tsx";
import { useNarrow } from "../../parts/use-narrow.ts";
import { useCall } from "../../queries.ts";
import type { CallView } from "../../types.ts";
import { Draft } from "./draft.tsx";
import { NoDraft } from "./no-draft.tsx";

/** What was said on the left, the draft on the right; on a narrow screen one behind the other. */
export function Desk({ callId }: { callId: string }) {
  const { data, error, refetch } = useCall(callId);
  const isNarrow = useNarrow();
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />;
  const words = (
    <div className="scroll">
      <Transcript utterances={data.call.utterances} threats={data.order?.threatQuotes ?? []} />
    </div>
  );
  const draft = data.order ? <Draft view={data} order={data.order} /> : <NoDraft view={data} />;
  return (
    <LightProvider>
      {isNarrow ? <TwoTabs words={words} draft={draft} view={data} /> : <TwoColumns words={words} draft={draft} />}
    </LightProvider>
  );
}

type Sides = { words: ReactNode; draft: ReactNode };

const TwoColumns = ({ words, draft }: Sides) => (
  <div className="desk">
    <section aria-label="原话" className="desk-words">
      {words}
    </section>
    <section aria-label="工单草稿" className="desk-draft">
      {draft}
    </section>
  </div>
);

/** Both stay mounted: words typed on one tab are there when one comes back. */
const TwoTabs = ({ words, draft, view }: Sides & { view: CallView }) => (
  <Tabs
    className="desk-tabs"
    defaultActiveKey="draft"
    items={[
      { key: "words", label: `原话（${view.call.utterances.length} 句）`, children: words, forceRender: true },
      { key: "draft", label: "工单", children: draft, forceRender: true },
    ]}
  />
);
