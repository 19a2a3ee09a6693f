import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { useMay } from "../../../me.tsx";
import { Chips } from "../../../parts/chips.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import type { RecallState } from "../../../types-knowledge.ts";
import { RecallCard } from "./recall-card.tsx";

const forEditors: Record<RecallState, string> = {
  open: "待定",
  needed: "要回电",
  done: "已回电",
  not_needed: "不用回电",
};
const forCallers: Partial<Record<RecallState, string>> = { needed: "要回电", done: "已回电" };

/** The list is made in the background after a publishing: whoever waits for it sees it come. */
const askAgainMs = 5_000;

/** Calls in which an answer was told that has changed since: editors decide, whoever may call tells the caller. */
export function Recalls() {
  const mayEdit = useMay("article.edit");
  const [state, setState] = useState<RecallState>(mayEdit ? "open" : "needed");
  const { data, error, refetch } = useQuery({
    queryKey: ["kb", "recalls", state],
    queryFn: () => knowledgeApi.recalls(state),
    refetchInterval: askAgainMs,
  });
  return (
    <section>
      <header className="screen-head">
        <h1>更正</h1>
        <Chips
          label="看哪些"
          words={(mayEdit ? forEditors : forCallers) as Record<RecallState, string>}
          chosen={state}
          onChoose={setState}
          counts={data?.counts}
        />
        <span className="quiet">告知过市民、后来改了的答复</span>
      </header>
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />)}
      {data?.items.length === 0 && (
        <Empty title="没有">
          {state === "open" ? "改动或下架一篇告知过市民的文章后，那些通话会出现在这里。" : undefined}
        </Empty>
      )}
      {data?.items.map((recall) => (
        <RecallCard key={recall.id} recall={recall} mayDecide={mayEdit} />
      ))}
    </section>
  );
}
