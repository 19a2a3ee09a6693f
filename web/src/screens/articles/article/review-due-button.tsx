import { Button, Modal } from "antd";
import { useState } from "react";
import { articlesApi } from "../../../api-articles.ts";
import { MomentInput } from "../../../parts/moment-input.tsx";
import { afterHours } from "../../../parts/moments.ts";
import { dayOf } from "../../../parts/time.ts";
import { useArticleAction } from "../../../queries-articles.ts";
import type { Article } from "../../../types-articles.ts";

const nextReviewHours = 180 * 24;

/** Read again and still right: only the day of the next look changes. */
export function ReviewDueButton({ article }: { article: Article }) {
  const { id, version, reviewDueAt, isReviewDue } = article;
  const [isOpen, setOpen] = useState(false);
  const [next, setNext] = useState<string | null>(null);
  const review = useArticleAction(() => articlesApi.review(id, version, next), "已记下：复核过，仍然有效");
  const open = () => {
    setNext(afterHours(Date.now(), nextReviewHours));
    setOpen(true);
  };
  return (
    <>
      <Button danger={isReviewDue} onClick={open}>
        {isReviewDue ? "该复核了" : "复核"}
      </Button>
      <Modal
        title="复核：内容仍然正确有效"
        open={isOpen}
        okText="复核过了"
        cancelText="取消"
        confirmLoading={review.isPending}
        onOk={() => review.mutate(undefined, { onSuccess: () => setOpen(false) })}
        onCancel={() => setOpen(false)}
      >
        <p className="quiet">
          {reviewDueAt ? `原定 ${dayOf(reviewDueAt)} 复核。` : "原来没有定复核时间。"}正文和状态都不变。
        </p>
        <div className="publish-at">
          <span>下次复核</span>
          <MomentInput label="下次复核" value={next} onChange={setNext} />
        </div>
      </Modal>
    </>
  );
}
