import { useLit } from "../../../parts/light.tsx";
import type { CallbackReview, QaScore } from "../../../types.ts";

const yesNo = (value: boolean) => (value ? "是" : "否");

/** Where the agent left the script, and how the callback went beside its answers. */
export function Outcome({ review, qa }: { review: CallbackReview; qa: QaScore | undefined }) {
  const lines: [label: string, value: string][] = [
    ["联系上本人", yesNo(review.reached)],
    ["同意回访", yesNo(review.consented)],
    ["表明身份", yesNo(review.identityStated)],
    ["核实身份", yesNo(review.identityChecked)],
  ];
  return (
    <>
      <section aria-label="用语过错">
        <h2>{review.faults.length ? `过错 ${review.faults.length} 项` : "没有发现过错"}</h2>
        {review.faults.map((fault) => (
          <FaultLine key={`${fault.item}-${fault.utterance}`} fault={fault} />
        ))}
      </section>
      <section aria-label="回访过程">
        <h2>
          回访过程
          {qa?.score !== null && qa?.score !== undefined && <span className="quiet"> 质检 {qa.score} / 100</span>}
        </h2>
        <dl className="pairs">
          {lines.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function FaultLine({ fault }: { fault: CallbackReview["faults"][number] }) {
  const { on, isPinned } = useLit({
    id: `fault.${fault.item}.${fault.utterance}`,
    utterances: [fault.utterance],
    quotes: [],
  });
  return (
    <button type="button" {...on} className={`score-line${isPinned ? " pinned" : ""}`}>
      <span className="num">第 {fault.utterance + 1} 句</span>
      <span>{fault.item}</span>
    </button>
  );
}
