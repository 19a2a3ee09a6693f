import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { qualityApi } from "../../../api-quality.ts";
import { type Column, ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import type { RubricRow } from "../../../types-quality.ts";

const columns: readonly Column<RubricRow>[] = [
  { title: "行", className: "num tight labelled", cell: ({ row }) => row },
  { title: "项目", className: "tight", cell: ({ project }) => project },
  {
    title: "要求",
    className: "wide",
    cell: ({ requirement, checkpoint }) => (
      <>
        <span>{requirement}</span>
        <span className="risk-why quiet">{checkpoint}</span>
      </>
    ),
  },
  { title: "扣分", className: "num tight labelled", cell: ({ deduction }) => deduction },
  { title: "靠什么判", className: "tight", cell: ({ means }) => means },
  { title: "依据", className: "tight", cell: ({ clause }) => clause },
];

/** The rubric word for word, folded until somebody asks. */
export function Rubric() {
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label="评分表">
      <h2>
        <button type="button" className="fold-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "▾" : "▸"} 评分表全文
        </button>
      </h2>
      {isOpen && <Rows />}
    </section>
  );
}

function Rows() {
  const { data, error, refetch } = useQuery({ queryKey: ["qa", "rubric"], queryFn: qualityApi.rubric });
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  const { repeated, rounding, notApplicable, averaging } = data.counting;
  return (
    <>
      <p className="pad-x run-totals quiet num">
        折合：{data.bands.map(({ from, points }) => `${from} 分起 ${points}`).join("，")}。同一行多次出现：{repeated}
        ；不适用：{notApplicable}；{rounding}，{averaging}。规则版本 {data.version}
      </p>
      <ListTable label="评分表" rows={data.rows} columns={columns} keyOf={({ row }) => String(row)} />
    </>
  );
}
