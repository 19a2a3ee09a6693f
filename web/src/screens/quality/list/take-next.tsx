import { App, Button } from "antd";
import { useNavigate } from "react-router";
import { qualityApi } from "../../../api-quality.ts";
import { useKey } from "../../../parts/keys.tsx";
import { useMyTasks, useQaAction } from "../../../queries-quality.ts";

/** Takes the riskiest task that waits, or goes on with the one in hand. */
export function TakeNext() {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { data } = useMyTasks();
  const next = useQaAction(qualityApi.nextTask, null);
  const take = async () => {
    const given = await next.mutateAsync(undefined).catch(() => null);
    if (given?.task) await navigate(`/quality/calls/${encodeURIComponent(given.task.callId)}`);
    else if (given) message.info("队列里没有待领取的任务。在“抽样”里抽一批，或直接从列表里复核。");
  };
  useKey({ name: "n", shown: "N", words: "从队列取下一条" }, () => void take());
  const mine = data?.items.length ?? 0;
  return (
    <span className="head-buttons">
      {data && (
        <span className="quiet num">
          待领取 {data.counts.待领取 ?? 0} · 我手里 {mine}
        </span>
      )}
      <Button type="primary" loading={next.isPending} onClick={() => void take()}>
        取下一条
      </Button>
    </span>
  );
}
