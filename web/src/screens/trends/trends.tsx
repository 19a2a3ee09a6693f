import { useMemo, useState } from "react";
import { useMay, useMe } from "../../me.tsx";
import { Chips } from "../../parts/chips.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { useQaTrend, useRates, useRateTrend } from "../../queries-callbacks.ts";
import { Figure } from "./figure.tsx";
import { lastDays, periodsOf, type Span, type Unit } from "./periods.ts";
import { itemSeries, rateSeries, scoreSeries } from "./series.ts";

const spans = { "30": "30 天", "90": "90 天", "365": "一年" };
const units: Record<Unit, string> = { day: "按日", week: "按周", month: "按月" };

/** How scores, faults and the three rates go over time. Agents and callback staff see their own scores only. */
export function Trends() {
  const [days, setDays] = useState<keyof typeof spans>("30");
  const [unit, setUnit] = useState<Unit>("day");
  const span = useMemo(() => lastDays(Number(days), Date.now()), [days]);
  const me = useMe();
  const mayScores = useMay("score.read");
  const mayRates = useMay("callback.rates");
  return (
    <section>
      <header className="screen-head">
        <h1>趋势</h1>
        <Chips label="多久" words={spans} chosen={days} onChoose={setDays} />
        <Chips label="按什么" words={units} chosen={unit} onChoose={setUnit} />
        {me.role !== "qa" && mayScores && <span className="quiet">质检只含您自己的通话</span>}
      </header>
      {mayScores && <Scores span={span} unit={unit} />}
      {mayRates && <RateLines span={span} unit={unit} />}
    </section>
  );
}

type Props = { span: Span; unit: Unit };

function Scores({ span, unit }: Props) {
  const { data, error, refetch } = useQaTrend({ ...span, by: unit });
  const drawn = useMemo(() => {
    const periods = periodsOf(span, unit);
    return data && { scores: scoreSeries(periods, data.points), items: itemSeries(periods, data.points) };
  }, [data, span, unit]);
  if (!drawn) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  return (
    <div className="figures">
      <Figure title="质检得分" note="评了分的通话，满分 100" drawn={drawn.scores} unit={unit} />
      <Figure title="扣分项" note="扣了分的次数" drawn={drawn.items} unit={unit} isStacked />
    </div>
  );
}

function RateLines({ span, unit }: Props) {
  const { data, error, refetch } = useRateTrend({ ...span, by: unit });
  const wordings = useRates(span).data?.wordings;
  const titleOf = (script: string) => wordings?.find((each) => each.script === script)?.title ?? script;
  const drawn = useMemo(() => {
    const periods = periodsOf(span, unit);
    const scripts = [...new Set(data?.points.map(({ script }) => script))];
    return data && scripts.map((script) => ({ script, drawn: rateSeries(periods, data.points, script) }));
  }, [data, span, unit]);
  if (!drawn) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />;
  if (drawn.length === 0) return <p className="quiet pad">这段时间没有记录回访结果。</p>;
  return (
    <div className="figures">
      {drawn.map(({ script, drawn: one }) => (
        <Figure
          key={script}
          title={`回访三率 · ${titleOf(script)}`}
          note="未答的不算在分母里；不同话术不相加"
          drawn={one}
          unit={unit}
        />
      ))}
    </div>
  );
}
