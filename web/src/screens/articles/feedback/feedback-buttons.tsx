import { App, Input } from "antd";
import { useState } from "react";
import { api } from "../../../api.ts";
import { useKbAction } from "../../../queries-articles.ts";
import type { FeedbackKind } from "../../../types-knowledge.ts";

type Props = { articleId: string; version: number; question?: string; callId?: string };
type Judgement = Exclude<FeedbackKind, "缺失">;
const judgements: readonly Judgement[] = ["有用", "没用", "有误"];

/** One click tells the editors what an answer is worth; what is wrong may be said in words. */
export function FeedbackButtons({ articleId, version, question, callId }: Props) {
  const { modal } = App.useApp();
  const [given, setGiven] = useState<Judgement | null>(null);
  const give = useKbAction(api.giveFeedback, null);
  const send = (kind: Judgement, note: string) =>
    give.mutateAsync({
      kind,
      articleId,
      version,
      ...(question ? { question } : {}),
      ...(callId ? { callId } : {}),
      ...(note ? { note } : {}),
    });
  const choose = async (kind: Judgement) => {
    if (kind !== "有误")
      return void send(kind, "").then(
        () => setGiven(kind),
        () => undefined,
      );
    let note = "";
    await modal.confirm({
      title: "哪里有误？",
      content: (
        <Input.TextArea
          aria-label="哪里有误"
          autoFocus
          rows={3}
          placeholder="如：工本费已改为 30 元（可不填）"
          onChange={({ target }) => {
            note = target.value.trim();
          }}
        />
      ),
      okText: "告诉知识编辑",
      cancelText: "取消",
      onOk: () => send(kind, note).then(() => setGiven(kind)),
    });
  };
  return (
    <fieldset className="feedback-buttons" aria-label="这条答复">
      {judgements.map((kind) => (
        <button
          key={kind}
          type="button"
          className="link"
          aria-pressed={given === kind}
          disabled={give.isPending}
          onClick={() => void choose(kind)}
        >
          {given === kind ? `已告知：${kind}` : kind}
        </button>
      ))}
    </fieldset>
  );
}
