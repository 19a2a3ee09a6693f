import type { ReactNode } from "react";
import { LightProvider } from "../../parts/light.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { Transcript } from "../../parts/transcript.tsx";
import { useNarrow } from "../../parts/use-narrow.ts";
import { useCall } from "../../queries.ts";
import { Draft } from "./draft.tsx";
import { NoDraft } from "./no-draft.tsx";
import { TwoTabs } from "./two-tabs.tsx";

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
      {isNarrow ? (
        <TwoTabs
          initial={1}
          tabs={[
            { title: "原话", content: words },
            { title: "工单", content: draft },
          ]}
        />
      ) : (
        <TwoColumns words={words} draft={draft} />
      )}
    </LightProvider>
  );
}

const TwoColumns = ({ words, draft }: { words: ReactNode; draft: ReactNode }) => (
  <div className="desk">
    <section aria-label="原话" className="desk-words">
      {words}
    </section>
    <section aria-label="工单草稿" className="desk-draft">
      {draft}
    </section>
  </div>
);
