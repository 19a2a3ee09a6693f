import { Button } from "antd";
import { Link, Navigate, useNavigate, useSearchParams } from "react-router";
import { useMay } from "../../../me.tsx";
import { Chips } from "../../../parts/chips.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { useKey } from "../../../parts/keys.tsx";
import { ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { useNow } from "../../../parts/use-now.ts";
import { useCases } from "../../../queries-callbacks.ts";
import type { Case, CaseCounts } from "../../../types-callbacks.ts";
import { earliest, momentWords, nextToDial } from "../when.ts";
import { columnsOf } from "./columns.tsx";
import { countsOf, emptyWords, stateOfView, type View, viewIn, viewWords } from "./views.ts";

const mostRows = 500;
const pathOf = ({ id }: Case) => `/callbacks/cases/${encodeURIComponent(id)}`;

/** Whom to call now, what waits and what is over. Who only adds cases begins there. */
export const Cases = () => (useMay("callback.read") ? <List /> : <Navigate to="/callbacks/add" replace />);

function List() {
  const [asked, setAsked] = useSearchParams();
  const view = viewIn(asked.get("view"));
  const { data, error, refetch, isPlaceholderData } = useCases({ state: stateOfView[view], limit: mostRows });
  const show = (wanted: View) => setAsked(wanted === "open" ? {} : { view: wanted }, { replace: true });
  return (
    <section>
      <header className="screen-head">
        <h1>{viewWords[view]}</h1>
        <Chips label="看哪些" words={viewWords} chosen={view} onChoose={show} counts={data && countsOf(data.counts)} />
        {data && view === "open" && !isPlaceholderData && <Next cases={data.items} counts={data.counts} />}
      </header>
      {data && !isPlaceholderData ? (
        <Rows view={view} cases={data.items} />
      ) : error ? (
        <LoadFailed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading rows={8} />
      )}
    </section>
  );
}

function Rows({ view, cases }: { view: View; cases: readonly Case[] }) {
  const nowMs = useNow();
  const mayAdd = useMay("callback.add");
  if (cases.length === 0)
    return (
      <Empty title={emptyWords[view].title}>
        {emptyWords[view].words}
        {mayAdd && view === "open" && <Link to="/callbacks/add"> 加入办结的工单</Link>}
      </Empty>
    );
  return (
    <>
      <ListTable
        label={viewWords[view]}
        rows={cases}
        columns={columnsOf(view, nowMs)}
        keyOf={({ id }) => id}
        linkOf={pathOf}
      />
      {cases.length === mostRows && <p className="quiet pad">只列出前 {mostRows} 件。</p>}
    </>
  );
}

/** How many may be dialled now, and the way to the first of them. */
function Next({ cases, counts }: { cases: readonly Case[]; counts: CaseCounts }) {
  const navigate = useNavigate();
  const mayCall = useMay("callback.work");
  const nowMs = useNow();
  const first = nextToDial(cases);
  const from = earliest(cases);
  const open = first && mayCall ? () => void navigate(pathOf(first)) : null;
  useKey({ name: "n", shown: "N", words: "打开第一件现在可拨的" }, open);
  return (
    <>
      <span className="num">现在可拨 {counts.now}</span>
      {counts.waiting > 0 && <span className="num quiet">待时 {counts.waiting}</span>}
      {counts.overdue > 0 && <span className="num near-over">超期 {counts.overdue}</span>}
      {counts.now === 0 && from && <span className="quiet num">最早 {momentWords(from, nowMs)} 后可拨</span>}
      <span className="grow" />
      {open && (
        <Button type="primary" className="next-case" onClick={open}>
          拨打第一件 N
        </Button>
      )}
    </>
  );
}
