import { Link } from "react-router";
import { shortTime } from "../../../parts/time.ts";
import { Transcript } from "../../../parts/transcript.tsx";
import { useCall } from "../../../queries.ts";

/** The words of a callback about this order, once it is in. */
export function CallWords({ callId }: { callId: string }) {
  const { data, error } = useCall(callId);
  if (error) return <p className="near-soon pad-x">这通回访的原话没有打开：{error.message}</p>;
  if (!data) return null;
  return (
    <section aria-label="通话原话">
      <header className="cb-head">
        <h2>
          通话原话 <span className="num">{shortTime(data.call.startedAt)}</span>
        </h2>
        <Link to={`/callbacks/${encodeURIComponent(callId)}`}>对照与录音</Link>
      </header>
      <Transcript utterances={data.call.utterances} />
    </section>
  );
}
