import { Button } from "antd";
import { useNavigate } from "react-router";
import { articlesApi } from "../../../api-articles.ts";
import { ReasonButton } from "../../../parts/reason-button.tsx";
import { useArticleAction } from "../../../queries-articles.ts";
import type { Act, Article } from "../../../types-articles.ts";
import { PublishButton } from "./publish-button.tsx";
import { ReviewDueButton } from "./review-due-button.tsx";

/** What this person may do with the article now; what they may not says why. */
export function Actions({ article }: { article: Article }) {
  const { id, version, blocked, state } = article;
  const navigate = useNavigate();
  const submit = useArticleAction(() => articlesApi.submit(id, version), "已送审");
  const withdraw = useArticleAction(() => articlesApi.withdraw(id, version), "已撤回，可以继续修改");
  const unschedule = useArticleAction(() => articlesApi.unschedule(id, version), "已撤销定时发布");
  const retire = useArticleAction((reason: string) => articlesApi.retire(id, version, reason), "已下架");
  // What may be done, and the next step even when it may not, so that the reason can be read.
  const offers = (act: Act, isNext: boolean) => blocked[act] === null || isNext;
  return (
    <span className="head-buttons">
      {offers("submit", state === "draft") && (
        <Button
          type="primary"
          disabled={blocked.submit !== null}
          title={blocked.submit ?? ""}
          loading={submit.isPending}
          onClick={() => submit.mutate(undefined)}
        >
          送审
        </Button>
      )}
      {offers("check", state === "checking") && (
        <Button
          type="primary"
          disabled={blocked.check !== null}
          title={blocked.check ?? ""}
          onClick={() => void navigate(`/articles/${encodeURIComponent(id)}/check`)}
        >
          去审核
        </Button>
      )}
      {blocked.withdraw === null && (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          撤回
        </Button>
      )}
      {blocked.unschedule === null && (
        <Button loading={unschedule.isPending} onClick={() => unschedule.mutate(undefined)}>
          撤销定时
        </Button>
      )}
      {offers("publish", state === "approved") && <PublishButton article={article} />}
      {article.publishedVersion !== null && <ReviewDueButton article={article} />}
      {blocked.retire === null && (
        <ReasonButton
          words="下架"
          title="下架这篇文章"
          label="为什么下架"
          placeholder="如：规定已废止。坐席从此查不到它，告知过它的通话会列入更正。"
          okText="下架"
          isDanger
          onReason={(reason) => retire.mutateAsync(reason)}
        />
      )}
    </span>
  );
}
