import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { Chips } from "../../../parts/chips.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { ReasonButton } from "../../../parts/reason-button.tsx";
import { shortTime } from "../../../parts/time.ts";
import { useKbAction } from "../../../queries-articles.ts";
import type { Feedback, FeedbackState } from "../../../types-knowledge.ts";

const states: Record<FeedbackState, string> = { open: "未处理", handled: "已处理", dismissed: "不处理" };

/** What readers said of the answers: wrong, useless, useful, missing. */
export function Inbox() {
  const [state, setState] = useState<FeedbackState>("open");
  const { data, error, refetch } = useQuery({
    queryKey: ["kb", "feedback", state],
    queryFn: () => knowledgeApi.feedback(state),
  });
  return (
    <div className="scroll">
      <p className="pad-x">
        <Chips label="反馈" words={states} chosen={state} onChoose={setState} />
      </p>
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />)}
      {data?.items.length === 0 && <Empty title="没有反馈">坐席点“没用”“有误”“缺这条”后会出现在这里。</Empty>}
      <ol className="hits" aria-label="读者反馈">
        {data?.items.map((feedback) => (
          <Line key={feedback.id} feedback={feedback} />
        ))}
      </ol>
    </div>
  );
}

function Line({ feedback }: { feedback: Feedback }) {
  const { id, kind, articleId, articleTitle, version, question, note, byName, at, state, decidedByName, decision } =
    feedback;
  const decide = useKbAction(
    (to: { state: FeedbackState; note: string }) => knowledgeApi.decideFeedback(id, to.state, to.note),
    "已记下",
  );
  return (
    <li>
      <p className="hit-title">
        <span className={`feedback-kind feedback-${kind}`}>{kind}</span>
        {articleId ? (
          <Link to={`/articles/${encodeURIComponent(articleId)}`}>
            {articleTitle ?? articleId}
            {version !== null && ` 第 ${version} 版`}
          </Link>
        ) : (
          <strong>{question}</strong>
        )}
      </p>
      {articleId && question && <p className="quiet">问：{question}</p>}
      {note && <blockquote>{note}</blockquote>}
      <p className="hit-facts quiet">
        {byName} {shortTime(at)}
        {state === "open" ? (
          <>
            {articleId && <Link to={`/articles/${encodeURIComponent(articleId)}/edit`}>去改文章</Link>}
            <button
              type="button"
              className="link"
              disabled={decide.isPending}
              onClick={() => decide.mutate({ state: "handled", note: "" })}
            >
              已处理
            </button>
            <ReasonButton
              isLink
              isOptional
              words="不处理"
              title="不处理这条反馈"
              label="为什么（可不填）"
              okText="不处理"
              onReason={(reason) => decide.mutateAsync({ state: "dismissed", note: reason })}
            />
          </>
        ) : (
          <span>
            {decidedByName} {states[state]}
            {decision && `：${decision}`}
          </span>
        )}
      </p>
    </li>
  );
}
