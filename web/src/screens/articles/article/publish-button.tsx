import { Button, Modal, Radio } from "antd";
import { useState } from "react";
import { articlesApi } from "../../../api-articles.ts";
import { MomentInput } from "../../../parts/moment-input.tsx";
import { afterHours } from "../../../parts/moments.ts";
import { fullTime } from "../../../parts/time.ts";
import { useArticleAction } from "../../../queries-articles.ts";
import type { Article } from "../../../types-articles.ts";

/** Publishes now or at an hour that is chosen. */
export function PublishButton({ article }: { article: Article }) {
  const { id, version, blocked, publishedVersion } = article;
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState<string | null>(null);
  const publish = useArticleAction(() => articlesApi.publish(id, version, at), at ? "已定时发布" : "已发布");
  const send = () => publish.mutate(undefined, { onSuccess: () => setOpen(false) });
  return (
    <>
      <Button
        type="primary"
        disabled={blocked.publish !== null}
        title={blocked.publish ?? ""}
        onClick={() => setOpen(true)}
      >
        发布
      </Button>
      <Modal
        title={`发布《${article.title}》`}
        open={isOpen}
        okText={at ? "定时发布" : "现在发布"}
        cancelText="取消"
        confirmLoading={publish.isPending}
        onOk={send}
        onCancel={() => setOpen(false)}
      >
        <Radio.Group
          value={at === null ? "now" : "later"}
          onChange={({ target }) => setAt(target.value === "now" ? null : afterHours(Date.now(), 24))}
          options={[
            { value: "now", label: "现在" },
            { value: "later", label: "定时" },
          ]}
        />
        {at !== null && (
          <div className="publish-at">
            <MomentInput label="发布时间" value={at} onChange={(iso) => setAt(iso ?? at)} />
          </div>
        )}
        <p className="quiet publish-words">
          {at ? `${fullTime(at)} 起坐席看到新内容。` : "坐席马上看到新内容。"}
          {publishedVersion !== null &&
            `第 ${publishedVersion} 版随之停用；告知过旧内容的通话会列入“更正”，由您决定要不要回电。`}
        </p>
      </Modal>
    </>
  );
}
