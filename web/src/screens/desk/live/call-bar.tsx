import type { ReactNode } from "react";
import { useConnection } from "../../../live.tsx";
import { useKeyList } from "../../../parts/keys.tsx";
import { callTime } from "../../../parts/time.ts";
import { directionWords } from "../../../parts/words.ts";
import type { CallView } from "../../../types.ts";

type Props = { view: CallView; elapsed: number; delay: number | null; lead?: ReactNode };

/** How long, how late the words come, who calls, and who else looks at it. Always in the same place. */
export const CallBar = ({ view, elapsed, delay, lead }: Props) => (
  <header className="call-bar">
    {lead}
    <span className={`call-clock${view.live ? " is-live" : ""}`}>
      {view.live ? "通话中" : directionWords[view.call.direction]} <span className="num">{callTime(elapsed)}</span>
    </span>
    {view.live && (
      <span className="quiet" title="从一句话说完到显示在这里">
        识别延迟 <span className="num">{delay === null ? "—" : `${(delay / 1000).toFixed(1)}s`}</span>
      </span>
    )}
    {view.call.callerNumber && <span className="num caller">{view.call.callerNumber}</span>}
    {view.viewers.length > 0 && (
      <span className="viewers" role="status">
        {view.viewers.join("、")} 也在看这通电话
      </span>
    )}
    {!lead && <LineLost />}
    <span className="grow" />
    <KeyListButton />
  </header>
);

/** The panel has no other place to say it; the desk says it above. */
function LineLost() {
  if (useConnection() !== "lost") return null;
  return (
    <span className="connection-lost" role="status">
      连接中断，正在重连
    </span>
  );
}

function KeyListButton() {
  const show = useKeyList();
  return (
    <button type="button" className="link" onClick={show}>
      快捷键 ?
    </button>
  );
}
