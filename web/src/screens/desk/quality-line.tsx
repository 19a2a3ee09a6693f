import { Popover } from "antd";
import type { RecordQuality } from "../../types.ts";

/** The score of the record itself and what is not right yet; all items with their reasons behind a click. */
export function QualityLine({ quality }: { quality: RecordQuality }) {
  const faults = quality.items.filter(({ ok }) => !ok);
  const list = (
    <ul className="quality-list">
      {quality.items.map(({ item, ok, why }) => (
        <li key={item} className={ok ? "quiet" : undefined}>
          {ok ? "✓" : "✗"} {item}
          {why && <span className="quiet"> {why}</span>}
        </li>
      ))}
    </ul>
  );
  return (
    <p className="quality-line">
      <Popover content={list} title="记录质量" trigger="click" placement="topLeft">
        <button type="button" className="link">
          记录质量 <span className="num">{quality.score}</span> 分
        </button>
      </Popover>
      <span className={faults.length ? "near-soon" : "quiet"}>
        {faults.length ? `待改：${faults.map(({ item }) => item).join("、")}` : "没有要改的"}
      </span>
    </p>
  );
}
