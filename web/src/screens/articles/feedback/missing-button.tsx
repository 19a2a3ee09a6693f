import { Button } from "antd";
import { useState } from "react";
import { api } from "../../../api.ts";
import { useKbAction } from "../../../queries-articles.ts";

/** One click tells the editors that the base has no answer to this. */
export function MissingButton({ question, callId }: { question: string; callId?: string }) {
  const [told, setTold] = useState<string | null>(null);
  const give = useKbAction(api.giveFeedback, null);
  if (told === question) return <span className="near-calm">已告诉知识编辑：缺这条</span>;
  return (
    <Button
      size="small"
      loading={give.isPending}
      onClick={() =>
        give.mutate({ kind: "缺失", question, ...(callId ? { callId } : {}) }, { onSuccess: () => setTold(question) })
      }
    >
      告诉知识编辑：缺这条
    </Button>
  );
}
