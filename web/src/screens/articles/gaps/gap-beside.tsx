import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { useMay } from "../../../me.tsx";
import { ReasonButton } from "../../../parts/reason-button.tsx";
import { fullTime, shortTime } from "../../../parts/time.ts";
import { useKbAction } from "../../../queries-articles.ts";
import type { Gap, GapDetail } from "../../../types-knowledge.ts";
import { ArticlePicker } from "../article-picker.tsx";
import { writeFrom } from "./write-from.ts";

/** One question that is missing: how it was asked, and what becomes of it. */
export function GapBeside({ gap }: { gap: Gap }) {
  const { data } = useQuery({ queryKey: ["kb", "gap", gap.id], queryFn: () => knowledgeApi.gap(gap.id) });
  return (
    <aside className="preview scroll" aria-label="这个缺口">
      <h2>{gap.question}</h2>
      <p className="quiet">
        {gap.calls} 通电话问过 {gap.questions} 次 · {shortTime(gap.firstAt)} 至 {shortTime(gap.lastAt)}
      </p>
      {gap.articleId && (
        <p>
          文章：<Link to={`/articles/${encodeURIComponent(gap.articleId)}`}>{gap.articleTitle ?? "（草稿）"}</Link>
        </p>
      )}
      {gap.decidedAt && (
        <p className="quiet">
          {gap.decidedByName} {fullTime(gap.decidedAt)}
          {gap.note && `：${gap.note}`}
        </p>
      )}
      <Decide gap={gap} asked={data?.asked ?? []} />
      <Asked asked={data?.asked ?? []} />
    </aside>
  );
}

function Decide({ gap, asked }: { gap: Gap; asked: GapDetail["asked"] }) {
  const { id, state, articleId } = gap;
  const navigate = useNavigate();
  const [picked, setPicked] = useState<string | null>(null);
  const write = useKbAction(() => writeFrom(gap, asked), null);
  const decide = useKbAction(
    (to: Parameters<typeof knowledgeApi.decideGap>[1]) => knowledgeApi.decideGap(id, to),
    "已记下",
  );
  if (state !== "open")
    return (
      <p className="gap-acts">
        <Button loading={decide.isPending} onClick={() => decide.mutate({ state: "open" })}>
          重新打开
        </Button>
      </p>
    );
  const startWriting = () =>
    write.mutate(undefined, {
      onSuccess: (made) => void navigate(`/articles/${encodeURIComponent(made.id)}/edit`),
    });
  return (
    <>
      <p className="gap-acts">
        {articleId === null && (
          <Button type="primary" loading={write.isPending} onClick={startWriting}>
            据此写一篇文章
          </Button>
        )}
        <ReasonButton
          words="不用写"
          title="这个问题不用写文章"
          label="为什么"
          placeholder="如：不属于热线受理范围"
          okText="不用写"
          onReason={(note) => decide.mutateAsync({ state: "dismissed", note })}
        />
      </p>
      <div className="gap-answered">
        <ArticlePicker label="已有的文章" value={picked ?? articleId} onChange={setPicked} />
        <Button
          disabled={!(picked ?? articleId)}
          loading={decide.isPending}
          onClick={() => {
            const answeredBy = picked ?? articleId;
            if (answeredBy) decide.mutate({ state: "answered", articleId: answeredBy });
          }}
        >
          这篇已能答复
        </Button>
      </div>
    </>
  );
}

const sources: Record<GapDetail["asked"][number]["source"], string> = {
  live: "通话中",
  batch: "通话后",
  search: "搜索",
};

function Asked({ asked }: { asked: GapDetail["asked"] }) {
  const mayReadCalls = useMay("call.read");
  return (
    <>
      <h3>都这样问过</h3>
      <ol className="asked">
        {asked.map(({ question, source, callId, at }) => (
          <li key={`${at}-${question}`}>
            {question}
            <span className="quiet">
              {" "}
              {sources[source]} {shortTime(at)}{" "}
              {callId && mayReadCalls && <Link to={`/calls/${encodeURIComponent(callId)}`}>通话</Link>}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
