import { Link } from "react-router";
import { useLit } from "../../../parts/light.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { useSound } from "../../../parts/player/sound.tsx";
import { callTime, fullTime } from "../../../parts/time.ts";
import { useDialogue } from "../../../queries-callbacks.ts";
import type { CallView } from "../../../types.ts";
import type { Dialogue } from "../../../types-callbacks.ts";
import { type Quote, type SideRow, sideRows } from "./side-rows.ts";

/** Questions asked, options read, answers heard and recorded, side by side. */
export function Sides({ view }: { view: CallView }) {
  const { data, error, refetch } = useDialogue(view.id);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={5} />;
  return (
    <section aria-label="问答对照">
      <h2>问答对照</h2>
      <table className="list cb-table" aria-label="问答对照">
        <thead>
          <tr>
            <th scope="col">问什么</th>
            <th scope="col">怎么问的</th>
            <th scope="col">市民怎么答</th>
            <th scope="col">听作</th>
            <th scope="col">记录</th>
          </tr>
        </thead>
        <tbody>
          {sideRows(data, view.callback, view.call.utterances).map((row) => (
            <Row key={row.topic} row={row} dialogue={data} />
          ))}
        </tbody>
      </table>
      <Recorded recorded={data.recorded} about={view.call.about?.id} />
    </section>
  );
}

function Row({ row, dialogue }: { row: SideRow; dialogue: Dialogue }) {
  const { label, asked, answered, heard, recorded, isDifferent } = row;
  const isCore = row.topic !== "opinion" && row.topic !== "reason";
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-title="问" className="labelled">
        {asked.length > 0 ? <Quotes quotes={asked} /> : <span className={isCore ? "near-soon" : "quiet"}>没有问</span>}
        {row.topic === "satisfaction" && <Scales dialogue={dialogue} />}
      </td>
      <td data-title="答" className="labelled">
        {answered.length > 0 ? <Quotes quotes={answered} /> : <span className="quiet">—</span>}
      </td>
      <td data-title="听作" className="labelled cb-value">
        {heard}
      </td>
      <td data-title="记录" className={isDifferent ? "labelled cb-value near-over" : "labelled cb-value"}>
        {recorded ?? "—"}
        {isDifferent && "（与通话不符）"}
      </td>
    </tr>
  );
}

const Quotes = ({ quotes }: { quotes: readonly Quote[] }) => (
  <ul className="cb-quotes">
    {quotes.map((quote) => (
      <QuoteLine key={quote.i} quote={quote} />
    ))}
  </ul>
);

function QuoteLine({ quote: { i, atMs, text } }: { quote: Quote }) {
  const { on } = useLit({ id: `side.${i}`, utterances: [i], quotes: [] });
  const sound = useSound();
  return (
    <li>
      <button
        type="button"
        className="link num"
        title={sound ? "从这句播放" : "在原话里看"}
        {...on}
        onClick={() => sound?.play(atMs)}
      >
        {callTime(atMs)}
      </button>{" "}
      {text}
    </li>
  );
}

function Scales({ dialogue }: { dialogue: Dialogue }) {
  const missing = dialogue.unread;
  return (
    <div className="cb-note">
      {dialogue.scales.map(({ utterance, levels }) => (
        <p key={utterance}>
          <span className="quiet">念的选项：</span>
          {levels.join("、")}
        </p>
      ))}
      {dialogue.scales.length === 0 && <p className="near-soon">没有念选项</p>}
      {dialogue.scales.length > 0 && missing.length > 0 && <p className="near-soon">没有念：{missing.join("、")}</p>}
    </div>
  );
}

function Recorded({ recorded, about }: { recorded: Dialogue["recorded"]; about: string | undefined }) {
  if (!recorded)
    return <p className="quiet pad-x">这通回访还没有记录{about ? `（工单 ${about}）` : ""}，或您看不到这件工单。</p>;
  return (
    <p className="pad-x">
      <span className="quiet">记录人 </span>
      {recorded.by} <span className="num quiet">{fullTime(recorded.at).slice(0, 16)}</span>
      {recorded.differenceReason && (
        <>
          {" "}
          <span className="quiet">不符的理由：</span>
          {recorded.differenceReason}
        </>
      )}{" "}
      <Link to={`/callbacks/cases/${encodeURIComponent(recorded.caseId)}`}>打开这件回访</Link>
    </p>
  );
}
