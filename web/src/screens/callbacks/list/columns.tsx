import { nearness } from "../../../parts/clocks.tsx";
import type { Column } from "../../../parts/list-table.tsx";
import { remaining, shortTime } from "../../../parts/time.ts";
import type { Case } from "../../../types-callbacks.ts";
import { SealedTag } from "../sealed-tag.tsx";
import { whenWords } from "../when.ts";
import type { View } from "./views.ts";

const title: Column<Case> = {
  title: "回访的工单",
  className: "wide",
  cell: (row) => (
    <>
      <SealedTag isSealed={row.sealed} /> {row.title}
    </>
  ),
};
const caller: Column<Case> = { title: "来电人", className: "tight", cell: ({ callerName }) => callerName ?? "—" };
const agency: Column<Case> = { title: "承办单位", className: "labelled", cell: ({ agency: unit }) => unit ?? "—" };
const reason: Column<Case> = {
  title: "依据",
  className: "wide-second",
  cell: ({ plan }) => (
    <>
      {plan.reason} <span className="quiet">{plan.clause}</span>
    </>
  ),
};
const dials: Column<Case> = {
  title: "已拨",
  className: "num tight labelled",
  cell: ({ attempts, plan }) => `${attempts.length} / ${plan.attemptsAllowed} 次`,
};

const open = (nowMs: number): readonly Column<Case>[] => [
  {
    title: "何时拨",
    className: "num tight",
    cell: ({ plan }) => <span className={`plan-${plan.action}`}>{whenWords(plan, nowMs)}</span>,
  },
  {
    title: "期限",
    className: "num tight",
    cell: ({ plan: { deadline } }) =>
      deadline && (
        <span className={`near-${nearness(deadline, nowMs)}`} title={`截止 ${shortTime(deadline)}`}>
          {remaining(deadline, nowMs)}
        </span>
      ),
  },
  title,
  caller,
  agency,
  dials,
];

const done: readonly Column<Case>[] = [
  { title: "回访时间", className: "num tight", cell: ({ result }) => result && shortTime(result.at) },
  title,
  caller,
  agency,
  { title: "联系", className: "tight labelled", cell: ({ result }) => result?.contacted },
  { title: "解决", className: "tight labelled", cell: ({ result }) => result?.resolved },
  { title: "满意度", className: "tight labelled", cell: ({ result }) => result?.satisfaction },
  {
    title: "与通话不符",
    className: "num tight labelled",
    cell: ({ result }) =>
      result?.differences.length ? <span className="near-soon">{result.differences.length} 处</span> : "",
  },
  { title: "回访员", className: "tight", cell: ({ result }) => result?.by },
];

/** The columns of a view; what is left is counted from `nowMs`. */
export function columnsOf(view: View, nowMs: number): readonly Column<Case>[] {
  if (view === "open") return open(nowMs);
  if (view === "done") return done;
  return [title, reason, caller, agency, ...(view === "ended" ? [dials] : [])];
}
