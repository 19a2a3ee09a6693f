import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { api } from "../../../api.ts";
import { keys } from "../../../queries.ts";
import type { Answer, CallView, FeedbackKind, Told } from "../../../types.ts";

/** The person's word on this answer that stands, if any. */
export const toldOf = (told: readonly Told[], answer: Answer): Told | undefined =>
  told.find(
    ({ articleId, version, quote }) =>
      articleId === answer.articleId && version === answer.version && quote === answer.quote,
  );

const nameOf = ({ articleId, version }: Answer) => `${articleId}@${version}`;

/** What one does with the answers of a call: told, taken back, and a click to the editors. */
export function useAnswers({ id, asked, call }: CallView) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [reported, setReported] = useState<ReadonlyMap<string, FeedbackKind>>(new Map());
  const again = () => client.invalidateQueries({ queryKey: keys.call(id), exact: true });
  const onError = (error: Error) => void message.error(error.message);
  const tell = useMutation({
    mutationFn: (answer: Answer) =>
      api.tellAnswer(id, {
        articleId: answer.articleId,
        version: answer.version ?? 1,
        quote: answer.quote,
        ...(answer.text ? { text: answer.text } : {}),
      }),
    onSuccess: again,
    onError,
  });
  const undo = useMutation({
    mutationFn: (told: Told) => api.undoTold(id, told.id),
    onSuccess: again,
    onError,
  });
  const report = useMutation({
    mutationFn: ({ kind, answer }: { kind: FeedbackKind; answer: Answer | null }) =>
      api.giveFeedback({
        kind,
        callId: id,
        ...(answer ? { articleId: answer.articleId } : {}),
        ...(answer?.version ? { version: answer.version } : {}),
        ...questionIn(asked, call.utterances),
      }),
    onSuccess: (_, { kind, answer }) => {
      setReported((before) => new Map(before).set(answer ? nameOf(answer) : "", kind));
      message.success({ content: "已告诉知识编辑", duration: 1 });
    },
    onError,
  });
  const isBusy = tell.isPending || undo.isPending;
  return {
    tell: (answer: Answer) => isBusy || tell.mutate(answer),
    undo: (told: Told) => isBusy || undo.mutate(told),
    report: (kind: FeedbackKind, answer: Answer) => report.mutate({ kind, answer }),
    reportMissing: () => report.mutate({ kind: "缺失", answer: null }),
    reportedOf: (answer: Answer) => reported.get(nameOf(answer)) ?? null,
    isMissingReported: reported.has(""),
  };
}

const longestQuestion = 200;

/** What was asked: as the server understood it, else the caller's last words. */
function questionIn(asked: string | null, utterances: CallView["call"]["utterances"]): { question?: string } {
  const question = asked ?? utterances.findLast(({ speaker }) => speaker === "citizen")?.text;
  return question ? { question: question.slice(0, longestQuestion) } : {};
}
