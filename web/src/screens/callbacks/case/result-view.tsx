import { Link } from "react-router";
import { fullTime } from "../../../parts/time.ts";
import { useCall } from "../../../queries.ts";
import type { CaseResult } from "../../../types-callbacks.ts";
import { Differences } from "./differences.tsx";
import { fieldWords } from "./fields.ts";

/** What stands on record, by whom, and where it differs from the speech and why. */
export function ResultView({ result }: { result: CaseResult }) {
  const call = useCall(result.callId ?? "");
  const lines: [label: string, value: string][] = [
    [fieldWords.contacted, result.contacted],
    [fieldWords.resolved, result.resolved],
    [fieldWords.satisfaction, result.satisfaction],
    [fieldWords.reason, result.reason ?? "—"],
    [fieldWords.opinions, result.opinions.join("；") || "—"],
  ];
  return (
    <section aria-label="已记录的结果" className="cb-result">
      <header className="cb-head">
        <h2>已记录</h2>
        <span className="quiet num">
          {result.by} {fullTime(result.at).slice(0, 16)}
        </span>
        {result.callId && <Link to={`/callbacks/${encodeURIComponent(result.callId)}`}>对照与录音</Link>}
      </header>
      <dl className="pairs">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!result.callId && <p className="quiet pad-x">记录时没有通话原话可对照。</p>}
      {result.differences.length > 0 && (
        <>
          <Differences differences={result.differences} utterances={call.data?.call.utterances ?? []} />
          <p className="pad-x">理由：{result.differenceReason}</p>
        </>
      )}
    </section>
  );
}
