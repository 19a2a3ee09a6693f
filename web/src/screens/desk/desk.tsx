import type { ReactNode } from "react";
import { useAskWhileLost, useWatch } from "../../live.tsx";
import { useMay } from "../../me.tsx";
import { Empty } from "../../parts/empty.tsx";
import { KeysProvider } from "../../parts/keys.tsx";
import { LightProvider } from "../../parts/light.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { useLast } from "../../parts/use-last.ts";
import { useNarrow } from "../../parts/use-narrow.ts";
import { isNotThere, useCall } from "../../queries.ts";
import type { CallView } from "../../types.ts";
import { Answers } from "./answers/answers.tsx";
import { Beside } from "./aside/beside.tsx";
import { DropZone } from "./aside/drop-zone.tsx";
import { useUploads } from "./aside/use-uploads.ts";
import { Draft } from "./draft.tsx";
import { LiveTop } from "./live/live-top.tsx";
import { useKeptSet } from "./live/use-kept-set.ts";
import { NoDraft } from "./no-draft.tsx";
import { Tabs } from "./tabs.tsx";
import { WordsColumn } from "./words-column.tsx";

type Props = { callId: string; lead?: ReactNode; isAwaited?: boolean };

/**
 * One call at work: above what runs with it, then the words, the draft, and what one looks up; on a narrow screen one
 * behind the other. `lead` stands first in the line above; a call that `isAwaited` may come later.
 */
export function Desk({ callId, lead, isAwaited = false }: Props) {
  const { data, error: newest, refetch } = useCall(callId, isAwaited);
  const error = useLast(newest);
  if (!data && isAwaited && isNotThere(error))
    return (
      <div role="status">
        <Empty title="正在等这通电话接入…">接入后会自己出现。一直没有，请核对通话编号，或确认这通电话归您接听。</Empty>
      </div>
    );
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />;
  return (
    <LightProvider>
      <KeysProvider>
        <OpenDesk view={data} lead={lead} onAskAgain={refetch} />
      </KeysProvider>
    </LightProvider>
  );
}

type OpenProps = { view: CallView; lead: ReactNode; onAskAgain: () => unknown };

function OpenDesk({ view, lead, onAskAgain }: OpenProps) {
  useWatch(view.id);
  useAskWhileLost(view.live, onAskAgain);
  const isNarrow = useNarrow();
  const [asked, onAsked] = useKeptSet(`tingsu.asked.${view.id}`);
  const mayAdd = useMay("order.edit");
  const uploads = useUploads(view.id);
  const { order } = view;
  const words = <WordsColumn view={view} />;
  const draft = order ? (
    <Draft view={view} order={order} asked={asked} onAsked={onAsked} knowledge={isNarrow && <Answers view={view} />} />
  ) : (
    <NoDraft view={view} />
  );
  const beside = <Beside view={view} hasKnowledge={!isNarrow} mayAdd={mayAdd} uploads={uploads} />;
  return (
    <DropZone onFiles={mayAdd ? (files) => void uploads.add(files) : null}>
      <LiveTop view={view} asked={asked} onAsked={onAsked} lead={lead} />
      {isNarrow ? (
        <Tabs
          initial={1}
          tabs={[
            { title: "原话", content: words },
            { title: "工单", content: draft },
            { title: "参考", content: beside, count: view.earlier.length + view.attachments.length },
          ]}
        />
      ) : (
        <Columns words={words} draft={draft} beside={beside} />
      )}
    </DropZone>
  );
}

const Columns = ({ words, draft, beside }: { words: ReactNode; draft: ReactNode; beside: ReactNode }) => (
  <div className="desk has-beside">
    <section aria-label="原话" className="desk-words">
      {words}
    </section>
    <section aria-label="工单草稿" className="desk-draft">
      {draft}
    </section>
    <aside aria-label="参考" className="desk-beside">
      {beside}
    </aside>
  </div>
);
