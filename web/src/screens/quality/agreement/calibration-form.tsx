import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { qualityApi } from "../../../api-quality.ts";
import { shortTime } from "../../../parts/time.ts";
import { useQaAction } from "../../../queries-quality.ts";

const callsMax = 20;
const reviewersMin = 2;

/** Which calls, by whom. The riskiest are offered; any other by its number. */
export function CalibrationForm({ onClose }: { onClose: () => void }) {
  const [title, setTitle] = useState("");
  const [callIds, setCallIds] = useState<string[]>([]);
  const [reviewerIds, setReviewerIds] = useState<string[]>([]);
  const { data: calls } = useQuery({
    queryKey: ["qa", "calls", "to-calibrate"],
    queryFn: () => qualityApi.calls({ order: "risk", limit: 200 }),
  });
  const { data: reviewers } = useQuery({ queryKey: ["qa", "reviewers"], queryFn: qualityApi.reviewers });
  const start = useQaAction(qualityApi.calibrate, "校准已发给各位质检员");
  const isReady = title.trim() !== "" && callIds.length > 0 && reviewerIds.length >= reviewersMin;
  const tooFew = (reviewers?.items.length ?? reviewersMin) < reviewersMin;
  return (
    <form
      className="qa-form"
      aria-label="发起校准"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) start.mutate({ title: title.trim(), callIds, reviewerIds }, { onSuccess: onClose });
      }}
    >
      <Input
        aria-label="校准名称"
        placeholder="名称，如：三月反问语气校准"
        maxLength={100}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <Select<string[]>
        mode="tags"
        aria-label="哪些通话"
        placeholder={`哪些通话（最多 ${callsMax} 通，风险高的在前）`}
        maxCount={callsMax}
        value={callIds}
        onChange={setCallIds}
        options={(calls?.items ?? []).map(({ id, title: about, startedAt, risk }) => ({
          value: id,
          label: `${Math.round(risk)} · ${about ?? id} · ${shortTime(startedAt)}`,
        }))}
      />
      <Select<string[]>
        mode="multiple"
        aria-label="哪些质检员"
        placeholder="哪些质检员（两位以上）"
        value={reviewerIds}
        onChange={setReviewerIds}
        options={(reviewers?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {tooFew && <p className="near-soon">只有一位质检员的账号，请管理员先加一位再校准。</p>}
      <p className="head-buttons">
        <Button type="primary" htmlType="submit" disabled={!isReady} loading={start.isPending}>
          发起
        </Button>
        <Button onClick={onClose}>取消</Button>
      </p>
    </form>
  );
}
