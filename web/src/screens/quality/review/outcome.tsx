import { qualityApi } from "../../../api-quality.ts";
import { useMay } from "../../../me.tsx";
import { ReasonButton } from "../../../parts/reason-button.tsx";
import { callTime, shortTime } from "../../../parts/time.ts";
import { useQaAction } from "../../../queries-quality.ts";
import type { Appeal } from "../../../types-quality.ts";

const tones: Record<Appeal["state"], string> = { 待处理: "near-soon", 成立: "verdict-ok", 不成立: "quiet" };

/** An appeal with what came of it; who reviews decides here. */
export function AppealWords({ appeal }: { appeal: Appeal }) {
  const { state, words, atMs, by, at, outcome, decidedBy, decidedAt } = appeal;
  return (
    <div className="appeal">
      <p>
        <strong className={tones[state]}>申诉{state}</strong>{" "}
        <span className="quiet">
          {by} {shortTime(at)}
          {atMs !== null && ` · ${callTime(atMs)} 处`}
        </span>
      </p>
      <blockquote>{words}</blockquote>
      {outcome && (
        <p>
          {outcome}{" "}
          <span className="quiet">
            {decidedBy} {decidedAt && shortTime(decidedAt)}
          </span>
        </p>
      )}
      <Decide appeal={appeal} />
    </div>
  );
}

function Decide({ appeal: { id, state, item } }: { appeal: Appeal }) {
  const mayReview = useMay("score.review");
  const decide = useQaAction(
    (to: { state: "成立" | "不成立"; outcome: string }) => qualityApi.decideAppeal(id, to),
    "已答复申诉，坐席看得到",
  );
  if (!mayReview || state !== "待处理") return null;
  return (
    <p className="head-buttons">
      <ReasonButton
        words="成立"
        title={`申诉成立：${item} 不再扣分`}
        label="答复坐席的话"
        okText="成立，退回扣分"
        onReason={(outcome) => decide.mutateAsync({ state: "成立", outcome })}
      />
      <ReasonButton
        words="不成立"
        title={`申诉不成立：${item} 仍扣分`}
        label="答复坐席的话"
        okText="不成立"
        onReason={(outcome) => decide.mutateAsync({ state: "不成立", outcome })}
      />
    </p>
  );
}
