import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useSearchParams } from "react-router";
import { qualityApi, resultsUrl } from "../../../api-quality.ts";
import { useMay } from "../../../me.tsx";
import { Chips } from "../../../parts/chips.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { type Column, ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import type { MonthResult } from "../../../types-quality.ts";
import { isMonth, monthOf } from "../months.ts";

const groupings = { agent: "按坐席", team: "按班组", item: "按扣分项" } as const;
const bases = { reviewed: "只算复核过的", all: "全部通话" } as const;
type By = keyof typeof groupings;
type Basis = keyof typeof bases;

const pick = <Key extends string>(words: Record<Key, string>, word: string | null, usual: Key): Key =>
  word !== null && Object.hasOwn(words, word) ? (word as Key) : usual;

type Columns = readonly Column<MonthResult>[];

const appeals: Columns = [
  {
    title: "申诉",
    className: "num tight labelled",
    cell: ({ appeals: made, upheld }) => (made === 0 ? "" : `${made}，成立 ${upheld}`),
  },
];

const people: Columns = [
  { title: "均分", className: "num tight labelled", cell: ({ meanScore }) => <strong>{meanScore ?? "—"}</strong> },
  { title: "折合", className: "num tight labelled", cell: ({ band }) => (band === null ? "—" : `${band}/40`) },
  { title: "通话", className: "num tight labelled", cell: ({ recordings }) => recordings },
  { title: "扣分", className: "num tight labelled", cell: ({ deductions }) => `${deductions} 处` },
  {
    title: "扣得最多的",
    cell: ({ topItems }) => topItems.map(({ item, count }) => `${item} ${count}`).join("，") || "—",
  },
  ...appeals,
];

const columnsBy: Record<By, Columns> = {
  agent: [
    { title: "坐席", className: "wide", cell: ({ key, name }) => (name ? `${name} ${key}` : key) },
    { title: "班组", className: "tight", cell: ({ team }) => team ?? "—" },
    ...people,
  ],
  team: [{ title: "班组", className: "wide", cell: ({ key, name }) => name ?? key }, ...people],
  item: [
    { title: "扣分项", className: "wide", cell: ({ key }) => key },
    { title: "通话", className: "num tight labelled", cell: ({ recordings }) => recordings },
    ...appeals,
  ],
};

/** What a month comes to, with people's decisions and upheld appeals; a seat sees its own row. */
export function Results() {
  const mayReview = useMay("score.review");
  const [search, setSearch] = useSearchParams();
  const asked = search.get("month");
  const month = isMonth(asked) ? asked : monthOf(Date.now());
  const by = mayReview ? pick<By>(groupings, search.get("by"), "agent") : "agent";
  const basis = pick<Basis>(bases, search.get("basis"), "reviewed");
  const { data, error, refetch } = useQuery({
    queryKey: ["qa", "results", month, by, basis],
    queryFn: () => qualityApi.results({ month, by, basis }),
    placeholderData: (old) => old,
  });
  const choose = (change: Record<string, string>) => setSearch({ month, by, basis, ...change }, { replace: true });
  return (
    <section>
      <header className="screen-head">
        <h1>{mayReview ? "月度结果" : "我的月度结果"}</h1>
        <Input
          type="month"
          className="month"
          aria-label="月份"
          value={month}
          onChange={({ target }) => isMonth(target.value) && choose({ month: target.value })}
        />
        {mayReview && (
          <Chips label="按什么列" words={groupings} chosen={by} onChoose={(next) => choose({ by: next })} />
        )}
        <Chips label="算哪些" words={bases} chosen={basis} onChoose={(next) => choose({ basis: next })} />
        <span className="grow" />
        {mayReview && (
          <a href={resultsUrl(month, basis)} download>
            导出 XLSX
          </a>
        )}
      </header>
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />)}
      {data?.rows.length === 0 && (
        <Empty title={`${month} 还没有结果`}>
          {basis === "reviewed" ? "复核完成的通话才算数；要看系统的评分，选“全部通话”。" : "这个月没有评过分的通话。"}
        </Empty>
      )}
      {data && data.rows.length > 0 && (
        <ListTable label="月度结果" rows={data.rows} columns={columnsBy[data.by]} keyOf={({ key }) => key} />
      )}
    </section>
  );
}
