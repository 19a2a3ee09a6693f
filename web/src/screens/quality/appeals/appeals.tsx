import { useState } from "react";
import { Link } from "react-router";
import { useMay } from "../../../me.tsx";
import { Chips } from "../../../parts/chips.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { useAppeals } from "../../../queries-quality.ts";
import type { Appeal } from "../../../types-quality.ts";
import { AppealWords } from "../review/outcome.tsx";

const states: Record<Appeal["state"], string> = { 待处理: "待处理", 成立: "成立", 不成立: "不成立" };

/** Appeals: reviewers decide them, agents see what came of theirs. */
export function Appeals() {
  const mayReview = useMay("score.review");
  const [state, setState] = useState<Appeal["state"]>("待处理");
  const { data, error, refetch } = useAppeals(state);
  return (
    <section>
      <header className="screen-head">
        <h1>{mayReview ? "申诉" : "我的申诉"}</h1>
        <Chips label="看哪些" words={states} chosen={state} onChoose={setState} />
      </header>
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />)}
      {data?.items.length === 0 && (
        <Empty title={`没有${state}的申诉`}>
          {mayReview ? "坐席对扣分有异议时会出现在这里。" : "打开自己的通话，在扣分项下面点“申诉”。"}
        </Empty>
      )}
      <ol className="hits" aria-label="申诉">
        {data?.items.map((appeal) => (
          <li key={appeal.id} data-appeal={appeal.id}>
            <p className="hit-title">
              <Link to={`/quality/calls/${encodeURIComponent(appeal.callId)}?item=${encodeURIComponent(appeal.item)}`}>
                {appeal.item}
              </Link>
              <span className="quiet num">
                坐席 {appeal.agentId} · {appeal.callId}
              </span>
            </p>
            <AppealWords appeal={appeal} />
          </li>
        ))}
      </ol>
    </section>
  );
}
