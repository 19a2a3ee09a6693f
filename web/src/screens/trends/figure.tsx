import { useMemo } from "react";
import { Empty } from "../../parts/empty.tsx";
import { Chart } from "./chart.tsx";
import { optionOf } from "./option.ts";
import { periodWords, type Unit } from "./periods.ts";
import { type Drawn, hasAny } from "./series.ts";

type Props = { title: string; note: string; drawn: Drawn; unit: Unit; isStacked?: boolean };

/** A chart with its numbers in a table behind it. */
export function Figure({ title, note, drawn, unit, isStacked = false }: Props) {
  const option = useMemo(
    () => optionOf(drawn, (period) => periodWords(period, unit), isStacked),
    [drawn, unit, isStacked],
  );
  return (
    <section className="figure" aria-label={title}>
      <h2>
        {title} <span className="quiet">{note}</span>
      </h2>
      {hasAny(drawn) ? (
        <>
          <Chart label={title} option={option} />
          <details>
            <summary>看数字</summary>
            <Numbers title={title} drawn={drawn} unit={unit} />
          </details>
        </>
      ) : (
        <Empty title="这段时间没有数据" />
      )}
    </section>
  );
}

const shown = (value: number | null | undefined, unit: "%" | undefined) =>
  value === null || value === undefined ? "—" : `${value}${unit ?? ""}`;

/** Periods in which nothing happened are left out: a table is read line by line. */
function Numbers({ title, drawn: { periods, series }, unit }: { title: string; drawn: Drawn; unit: Unit }) {
  const rows = periods
    .map((period, at) => ({ period, values: series.map(({ values }) => values[at]) }))
    .filter(({ values }) => values.some((value) => value));
  return (
    <div className="figure-numbers">
      <table className="numbers" aria-label={`${title}的数字`}>
        <thead>
          <tr>
            <th scope="col">时间</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ period, values }) => (
            <tr key={period}>
              <th scope="row" className="num">
                {periodWords(period, unit)}
              </th>
              {series.map(({ name, unit: of }, at) => (
                <td key={name} className="num">
                  {shown(values[at], of)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
