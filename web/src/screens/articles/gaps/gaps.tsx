import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { Chips } from "../../../parts/chips.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { type Column, ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { shortTime } from "../../../parts/time.ts";
import type { Gap, GapState } from "../../../types-knowledge.ts";
import { Inbox } from "../feedback/inbox.tsx";
import { GapBeside } from "./gap-beside.tsx";

const views: Record<GapState | "feedback", string> = {
  open: "没有答复的",
  answered: "已有文章",
  dismissed: "不用写",
  feedback: "读者反馈",
};

const columns: readonly Column<Gap>[] = [
  { title: "市民怎么问", className: "wide", cell: ({ question }) => question },
  { title: "通话", className: "num tight labelled", cell: ({ calls }) => calls },
  { title: "次数", className: "num tight labelled", cell: ({ questions }) => questions },
  { title: "最近", className: "num tight", cell: ({ lastAt }) => shortTime(lastAt) },
];

/** What callers asked and the base could not answer, most calls first; and what readers said of the answers. */
export function Gaps() {
  const [view, setView] = useState<GapState | "feedback">("open");
  return (
    <section className="fill-height">
      <header className="screen-head">
        <h1>缺口</h1>
        <Chips label="看哪些" words={views} chosen={view} onChoose={setView} />
      </header>
      {view === "feedback" ? <Inbox /> : <GapList key={view} state={view} />}
    </section>
  );
}

/** Questions are put together in the background. */
const askAgainMs = 10_000;

function GapList({ state }: { state: GapState }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["kb", "gaps", state],
    queryFn: () => knowledgeApi.gaps(state),
    refetchInterval: askAgainMs,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  const open = data.items.find(({ id }) => id === chosen) ?? data.items[0];
  if (!open)
    return (
      <Empty title="没有">{state === "open" ? "坐席搜不到、通话里答不上的问题会归成类出现在这里。" : undefined}</Empty>
    );
  return (
    <div className="queue">
      <div className="scroll">
        <ListTable
          label="缺口"
          rows={data.items}
          columns={columns}
          keyOf={({ id }) => id}
          onFocusRow={({ id }) => setChosen(id)}
          selectedKey={open.id}
        />
      </div>
      <GapBeside key={open.id} gap={open} />
    </div>
  );
}
