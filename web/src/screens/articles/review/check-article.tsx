import { Button } from "antd";
import { articlesApi } from "../../../api-articles.ts";
import { ReasonButton } from "../../../parts/reason-button.tsx";
import { useArticleAction } from "../../../queries-articles.ts";
import type { Article } from "../../../types-articles.ts";
import { useOpenArticle } from "../article/article-frame.tsx";
import { ConflictsOfArticle } from "../doubles/conflicts-of-article.tsx";
import { fieldsOf } from "../editor/fields.ts";
import { PassagePreview } from "../editor/passage-preview.tsx";
import { DiffView } from "../versions/article-diff.tsx";

/** What a second person reads before it reaches the agents: what changed, what agents will see, what contradicts it. */
export function CheckArticle() {
  const article = useOpenArticle();
  const { id, publishedVersion, version, twoPerson } = article;
  return (
    <>
      <Decision article={article} />
      {twoPerson.needed && <p className="quiet pad-x">{twoPerson.why ?? "法规与待遇类内容须由两人完成"}</p>}
      <div className="check-columns">
        <section aria-label="改了什么">
          <h2>{publishedVersion === null ? "全文（第一次发布）" : `与第 ${publishedVersion} 版对照`}</h2>
          <div className="pad-x">
            {publishedVersion === null ? (
              <div className="article-body">{article.body}</div>
            ) : (
              <DiffView id={id} from={publishedVersion} to="draft" version={version} />
            )}
          </div>
        </section>
        <section aria-label="坐席看到的答复">
          <h2>坐席看到的答复</h2>
          <PassagePreview fields={fieldsOf(article)} />
          <ConflictsOfArticle article={article} />
        </section>
      </div>
    </>
  );
}

function Decision({ article: { id, version, blocked, state, checkedBy, submittedBy } }: { article: Article }) {
  const approve = useArticleAction(() => articlesApi.approve(id, version), "审核通过，可以发布了");
  const sendBack = useArticleAction((reason: string) => articlesApi.sendBack(id, version, reason), "已退回作者");
  if (state === "approved") return <p className="notice-line">{checkedBy?.name ?? "已有人"} 审核通过，可以发布。</p>;
  if (state !== "checking") return <p className="notice-line">这篇文章现在不在审核中。</p>;
  return (
    <div className="decision">
      <span>{submittedBy ? `${submittedBy.name} 送审` : "等待审核"}</span>
      <span className="head-buttons">
        <Button
          type="primary"
          disabled={blocked.check !== null}
          title={blocked.check ?? ""}
          loading={approve.isPending}
          onClick={() => approve.mutate(undefined)}
        >
          通过
        </Button>
        <ReasonButton
          words="退回"
          title="退回作者修改"
          label="哪里要改"
          okText="退回"
          blocked={blocked.check}
          onReason={(reason) => sendBack.mutateAsync(reason)}
        />
      </span>
      {blocked.check && <span className="near-soon">{blocked.check}</span>}
    </div>
  );
}
