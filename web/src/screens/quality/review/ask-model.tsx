import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { qualityApi } from "../../../api-quality.ts";
import { qaCallKey } from "../../../queries-quality.ts";
import type { QaView } from "../../../types-quality.ts";

/** Asks the model about items that wait for a person, where there is a model and something to ask. */
export function AskModel({ view: { head, askable } }: { view: QaView }) {
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () => qualityApi.suggest(head.id),
    onSuccess: () => client.invalidateQueries({ queryKey: qaCallKey(head.id) }),
  });
  if (askable === 0) return null;
  return (
    <p className="qa-ask-model">
      <Button size="small" loading={ask.isPending} onClick={() => ask.mutate()}>
        请模型看 {askable} 项待人工
      </Button>
      <span className={ask.isError ? "urgent" : "quiet"}>
        {ask.isError
          ? `${ask.error.message}；这几项仍由人判定`
          : ask.isSuccess
            ? "余下的几项模型没有给出有原话的建议"
            : "只是建议，人判了才计分"}
      </span>
    </p>
  );
}
