import { Input } from "antd";
import { useState } from "react";
import { Chips } from "../../../parts/chips.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { useRates } from "../../../queries-callbacks.ts";
import type { Rates, RatesBy } from "../../../types-callbacks.ts";
import { lastDays, monthOf, type Span } from "../../trends/periods.ts";
import { RateTable } from "./rate-table.tsx";

const groups: Record<RatesBy, string> = { agency: "承办单位", street: "街道", item: "事项" };
type Preset = "month" | "before" | "days90";
const presets: Record<Preset, string> = { month: "本月", before: "上月", days90: "90 天" };

const spanOf = (preset: Preset): Span =>
  preset === "days90" ? lastDays(90, Date.now()) : monthOf(preset === "month" ? 0 : 1, Date.now());

/** 响应率, 解决率 and 满意率, each wording by itself, with the words that were asked and the numbers behind. */
export function RatesScreen() {
  const [span, setSpan] = useState(() => spanOf("month"));
  const [by, setBy] = useState<RatesBy>("agency");
  const isSpan = span.from !== "" && span.to !== "" && span.from <= span.to;
  const { data, error, refetch } = useRates(isSpan ? { ...span, by } : { ...spanOf("month"), by });
  const preset = (Object.keys(presets) as Preset[]).find((each) => isSame(spanOf(each), span)) ?? "own";
  return (
    <section>
      <header className="screen-head">
        <h1>三率</h1>
        <Chips label="按什么" words={groups} chosen={by} onChoose={setBy} />
        <Chips<Preset | "own">
          label="多久"
          words={preset === "own" ? { ...presets, own: "自选" } : (presets as Record<Preset | "own", string>)}
          chosen={preset}
          onChoose={(chosen) => chosen !== "own" && setSpan(spanOf(chosen))}
        />
        <span className="cb-span">
          <Day label="从" value={span.from} onChange={(from) => setSpan({ ...span, from })} />
          至
          <Day label="到" value={span.to} onChange={(to) => setSpan({ ...span, to })} />
        </span>
        {!isSpan && <span className="near-soon">起止日期不对</span>}
      </header>
      {!data ? (
        error ? (
          <LoadFailed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading rows={8} />
        )
      ) : (
        <Tables rates={data} heading={groups[by]} />
      )}
    </section>
  );
}

const isSame = (one: Span, other: Span) => one.from === other.from && one.to === other.to;

const Day = ({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) => (
  <Input type="date" aria-label={label} value={value} onChange={({ target }) => onChange(target.value)} />
);

function Tables({ rates: { rows, total, wordings, notes }, heading }: { rates: Rates; heading: string }) {
  if (wordings.length === 0) return <Empty title="这段时间没有记录回访结果">一件按最新一次记录只算一次。</Empty>;
  return (
    <>
      {wordings.map((wording) => (
        <RateTable
          key={wording.script}
          wording={wording}
          heading={heading}
          rows={[...total, ...rows].filter(({ script }) => script === wording.script)}
        />
      ))}
      <section aria-label="说法本身的问题">
        <h2>话术自身一问两事、选项不对称之处（报主管部门，不扣坐席分）</h2>
        <ul className="cb-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
