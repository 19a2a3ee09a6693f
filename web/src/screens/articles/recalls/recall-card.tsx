import { Button } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { useMay } from "../../../me.tsx";
import { ReasonButton } from "../../../parts/reason-button.tsx";
import { fullTime, shortTime } from "../../../parts/time.ts";
import { stateOfOrderWords } from "../../../parts/words.ts";
import { useKbAction } from "../../../queries-articles.ts";
import type { Recall } from "../../../types-knowledge.ts";

/** One call in which the old words were told: what they were, what holds now, and what is done about it. */
export function RecallCard({ recall, mayDecide }: { recall: Recall; mayDecide: boolean }) {
  const { articleId, title, oldVersion, newVersion, quote, now, changes, matters, why } = recall;
  return (
    <article className="recall" data-call={recall.callId}>
      <p className="conflict-head">
        <Link to={`/articles/${encodeURIComponent(articleId)}/versions`}>{title}</Link>
        <span className="quiet num">
          第 {oldVersion} 版 → {newVersion === null ? "已下架" : `第 ${newVersion} 版`}
        </span>
        <span className={matters ? "near-over" : "quiet"}>
          {matters ? "可能影响市民" : "多半不影响"}：{why}
        </span>
      </p>
      <CallLine recall={recall} />
      <div className="conflict-sides">
        <div>
          <span className="quiet">当时告知</span>
          <blockquote>{quote}</blockquote>
        </div>
        <div>
          <span className="quiet">现在</span>
          <blockquote>{now ?? "（没有对应的内容了）"}</blockquote>
        </div>
      </div>
      {changes.length > 0 && (
        <p className="recall-changes">
          {changes.map(({ before, after, what }) => (
            <span key={`${what}-${before}-${after}`}>
              {what}：{before && <del>{before}</del>}
              {before && after && " → "}
              {after && <ins>{after}</ins>}
            </span>
          ))}
        </p>
      )}
      <div className="recall-acts">{mayDecide ? <Decide recall={recall} /> : <Finish recall={recall} />}</div>
    </article>
  );
}

function CallLine({ recall: { callId, callStartedAt, toldByName, toldAt, orderId, orderState } }: { recall: Recall }) {
  const mayReadCalls = useMay("call.read");
  const call = callStartedAt ? `通话 ${shortTime(callStartedAt)}` : "通话";
  return (
    <p className="quiet">
      {mayReadCalls ? <Link to={`/calls/${encodeURIComponent(callId)}`}>{call}</Link> : <span>{call}</span>}
      <span className="num"> {callId}</span> · {toldByName} {fullTime(toldAt)} 告知
      {orderId && orderState && ` · 工单${stateOfOrderWords[orderState]}`}
    </p>
  );
}

function Decide({ recall }: { recall: Recall }) {
  const { id, state } = recall;
  const decide = useKbAction(
    (to: { state: "needed" | "not_needed" | "open"; note: string }) => knowledgeApi.decideRecall(id, to.state, to.note),
    "已记下",
  );
  if (state === "done") return <Past recall={recall} />;
  if (state !== "open")
    return (
      <>
        <Past recall={recall} />
        <Button size="small" onClick={() => decide.mutate({ state: "open", note: "" })}>
          重新决定
        </Button>
      </>
    );
  return (
    <>
      <Button
        type={recall.matters ? "primary" : "default"}
        loading={decide.isPending}
        onClick={() => decide.mutate({ state: "needed", note: "" })}
      >
        要回电更正
      </Button>
      <ReasonButton
        words="不用回电"
        title="不用回电更正"
        label="为什么（可不填）"
        okText="不用回电"
        isOptional
        onReason={(note) => decide.mutateAsync({ state: "not_needed", note })}
      />
    </>
  );
}

function Finish({ recall }: { recall: Recall }) {
  const done = useKbAction((result: string) => knowledgeApi.finishRecall(recall.id, result), "已记下：回电更正过了");
  if (recall.state !== "needed") return <Past recall={recall} />;
  return (
    <>
      {recall.note && <span className="quiet">{recall.note}</span>}
      <ReasonButton
        words="已回电更正"
        title="已回电更正"
        label="结果"
        placeholder="如：已告知市民工本费为 30 元，市民知晓"
        okText="记下"
        onReason={(result) => done.mutateAsync(result)}
      />
    </>
  );
}

const Past = ({ recall: { decidedByName, decidedAt, note, doneByName, doneAt, result } }: { recall: Recall }) => (
  <span className="quiet">
    {lines([
      decidedAt && `${decidedByName} ${shortTime(decidedAt)} 决定${note ? `：${note}` : ""}`,
      doneAt && `${doneByName} ${shortTime(doneAt)} 回电${result ? `：${result}` : ""}`,
    ])}
  </span>
);

const lines = (words: readonly (string | null)[]): ReactNode => words.filter(Boolean).join("；");
