import { type Column, ListTable } from "../../../parts/list-table.tsx";
import type { Agreement } from "../../../types-quality.ts";

/** As usual in the literature: below the first it is chance, from the second on it is good. */
const poor = 0.4;
const good = 0.6;

const tone = (kappa: number) => (kappa >= good ? "verdict-ok" : kappa >= poor ? "near-soon" : "near-over");

const Kappa = ({ kappa }: { kappa: number | null }) =>
  kappa === null ? (
    <span className="quiet" title="判定全都一样，分不出是不是碰巧">
      算不出
    </span>
  ) : (
    <span className={tone(kappa)}>{kappa.toFixed(2)}</span>
  );

const columns: readonly Column<Agreement>[] = [
  { title: "考评项", className: "wide", cell: ({ item }) => item },
  { title: "对数", className: "num tight labelled", cell: ({ pairs }) => pairs },
  {
    title: "一致",
    className: "num tight labelled",
    cell: ({ agreed }) => (agreed === null ? "—" : `${Math.round(agreed * 100)}%`),
  },
  { title: "kappa", className: "num tight labelled", cell: ({ kappa }) => <Kappa kappa={kappa} /> },
];

/** How far people agree on each item beyond chance, the least first, after all together. */
export function KappaTable({ overall, items }: { overall: Agreement; items: readonly Agreement[] }) {
  const sorted = [...items].sort((a, b) => (a.kappa ?? 2) - (b.kappa ?? 2) || b.pairs - a.pairs);
  return (
    <>
      <p className="pad-x run-totals num">
        合计 {overall.pairs} 对，一致 {overall.agreed === null ? "—" : `${Math.round(overall.agreed * 100)}%`}，kappa{" "}
        <Kappa kappa={overall.kappa} />
        <span className="quiet">　去掉碰巧一致后的一致程度：0.6 以上好，0.4 以下要校准</span>
      </p>
      <ListTable label="逐项一致程度" rows={sorted} columns={columns} keyOf={({ item }) => item} />
    </>
  );
}
