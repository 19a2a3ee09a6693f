import { Popover } from "antd";
import { Link, useSearchParams } from "react-router";
import { useMay } from "../../../me.tsx";
import { fullTime, shortTime } from "../../../parts/time.ts";
import { directionWords } from "../../../parts/words.ts";
import type { QaView, Task } from "../../../types-quality.ts";
import { isBlind } from "./lines.ts";

/** Which call this is, what it counts as now, and what the engine said. */
export function ReviewHead({ view, task }: { view: QaView; task: Task | null }) {
  const [search] = useSearchParams();
  const mayReadCallbacks = useMay("callback.read");
  const { head } = view;
  const facts = [
    directionWords[head.direction],
    head.agent ?? (head.agentId && `坐席 ${head.agentId}`),
    head.team,
    shortTime(head.startedAt),
  ].filter(Boolean);
  return (
    <header className="screen-head">
      <Link to={`/quality${search.size > 0 ? `?${search}` : ""}`}>← 列表</Link>
      <h1>{head.title ?? head.id}</h1>
      <span className="quiet">{facts.join(" · ")}</span>
      {head.direction === "callback" && mayReadCallbacks && (
        <Link to={`/callbacks/${encodeURIComponent(head.id)}`}>回访核查</Link>
      )}
      {task && <span className="near-soon">{isBlind(task) ? `${task.kind}：看不到别人的判定` : "我的复核任务"}</span>}
      <span className="grow" />
      <Score view={view} isBlindNow={task !== null && isBlind(task)} />
    </header>
  );
}

const outOf = (score: number | null, band: number | null) =>
  score === null ? "不计分" : `${score} / 100${band === null ? "" : `，折合 ${band} / 40`}`;

function Score({ view, isBlindNow }: { view: QaView; isBlindNow: boolean }) {
  const { engine, settled, head } = view;
  return (
    <span className="num qa-score">
      {!isBlindNow && <strong className="score-now">{outOf(settled.score, settled.band)}</strong>}
      <span className="quiet"> 系统 {isBlindNow ? outOf(engine.score, engine.band) : (engine.score ?? "不计分")}</span>
      {head.reviewed && <span className="verdict-ok"> 已复核</span>}
      <Versions view={view} />
    </span>
  );
}

/** The scores of earlier rules are kept with their version. */
function Versions({ view: { head, engine, versions } }: { view: QaView }) {
  const content = (
    <table className="versions">
      <tbody>
        <tr>
          <td>现用</td>
          <td className="num">{outOf(engine.score, engine.band)}</td>
          <td className="code">{head.rulesVersion}</td>
          <td />
        </tr>
        {versions.map(({ rulesVersion, score, band, scoredAt, replacedAt }) => (
          <tr key={`${rulesVersion}-${scoredAt}`}>
            <td>旧</td>
            <td className="num">{outOf(score, band)}</td>
            <td className="code">{rulesVersion}</td>
            <td className="quiet num">
              {fullTime(scoredAt)} 至 {fullTime(replacedAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <Popover content={content} title="系统评分的规则版本" trigger="click" placement="bottomRight">
      <button type="button" className="link">
        {versions.length > 0 ? `评过 ${versions.length + 1} 次` : "规则版本"}
      </button>
    </Popover>
  );
}
