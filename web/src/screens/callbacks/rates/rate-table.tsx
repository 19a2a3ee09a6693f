import type { RateRow, Rates } from "../../../types-callbacks.ts";
import { behindWords, countWords, shareWords } from "./rate-words.ts";

type Wording = Rates["wordings"][number];
type Props = { wording: Wording; heading: string; rows: readonly RateRow[] };

/** The rates of one wording, the sum first, with what was asked and what counts. */
export const RateTable = ({ wording, heading, rows }: Props) => (
  <section className="rate-wording" aria-label={wording.title}>
    <h2>{wording.title}</h2>
    <table className="list cb-table rate-table" aria-label={`${wording.title}的三率`}>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">记录</th>
          <th scope="col">响应率</th>
          <th scope="col">解决率</th>
          <th scope="col">满意率</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={row.key === "合计" ? "rate-total" : undefined}>
            <th scope="row">{row.key}</th>
            <td className="num labelled" data-title="记录">
              {row.recorded}
            </td>
            <RateCell title="响应率" rate={row.contacted} counting={wording.counts.contacted} />
            <RateCell title="解决率" rate={row.resolved} counting={wording.counts.resolved} />
            <RateCell title="满意率" rate={row.satisfaction} counting={wording.counts.satisfied} />
          </tr>
        ))}
      </tbody>
    </table>
    <Asked wording={wording} />
  </section>
);

type CellProps = { title: string; rate: RateRow["contacted"]; counting: readonly string[] };

const RateCell = ({ title, rate, counting }: CellProps) => (
  <td className="num labelled" data-title={title}>
    <strong>{shareWords(rate.rate)}</strong> <span className="quiet">{behindWords(rate, counting)}</span>
    <p className="quiet cb-note">{countWords(rate)}</p>
  </td>
);

function Asked({ wording }: { wording: Wording }) {
  const { counts } = wording;
  const lines: [label: string, asked: string, counted: readonly string[]][] = [
    ["响应", wording.contacted, counts.contacted],
    ["解决", wording.resolved, counts.resolved],
    ["满意", wording.satisfaction, counts.satisfied],
  ];
  return (
    <details className="pad-x">
      <summary>怎么问的，什么算数</summary>
      <dl className="cb-asked">
        {lines.map(([label, asked, counted]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              “{asked}” <span className="quiet">计入：{counted.join("、")}；未答不算在分母里</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{counts.note}</p>
      {wording.notes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
    </details>
  );
}
