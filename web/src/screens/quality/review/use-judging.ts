import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useRef, useState } from "react";
import { type Decisions, qualityApi } from "../../../api-quality.ts";
import { useMe } from "../../../me.tsx";
import { qaCallKey } from "../../../queries-quality.ts";
import type { Decision, QaView, Task } from "../../../types-quality.ts";
import { type ReviewLine, undoing, type Word } from "./lines.ts";

type Judgement = Decisions["decisions"][number];
type Done = { item: string; engine: ReviewLine["engine"]; before: Word | null };

/** Sends judgements one after the other, puts what they make of the call on the screen, and takes the last one back. */
export function useJudging(view: QaView, task: Task | null) {
  const client = useQueryClient();
  const me = useMe();
  const { message } = App.useApp();
  const [done, setDone] = useState<readonly Done[]>([]);
  const { id } = view.head;
  const taskId = task ? { taskId: task.id } : {};
  const send = useMutation({
    // Two keys pressed fast: the second waits, so that the newest answer is the newest word.
    scope: { id: `judge.${id}` },
    mutationFn: ({ judgement }: { judgement: Judgement; line: ReviewLine }) =>
      qualityApi.decide(id, { ...taskId, decisions: [judgement] }),
    onSuccess: ({ settled }, { judgement, line }) => {
      const word = spoken(judgement, line, task?.kind ?? "复核", me);
      client.setQueryData<QaView>(
        qaCallKey(id),
        (old) => old && { ...old, settled, decisions: [...old.decisions, word] },
      );
      void client.invalidateQueries({ queryKey: ["qa", "calls"] });
    },
    onError: async (error) => {
      message.error(error.message);
      await client.invalidateQueries({ queryKey: qaCallKey(id) });
    },
  });
  const judge = async (line: ReviewLine, judgement: Judgement): Promise<void> => {
    await send.mutateAsync({ judgement, line });
    setDone((before) => [...before, { item: line.item.item, engine: line.engine, before: line.word }]);
  };
  const undo = async (lines: readonly ReviewLine[]): Promise<string | null> => {
    const last = done.at(-1);
    const line = lines.find(({ item }) => item.item === last?.item);
    if (!last || !line) return null;
    const back = undoing(last.engine, last.before);
    if (!back) {
      message.info(`系统没有判“${last.item}”，撤不回空白，可以改判`);
      return last.item;
    }
    await send.mutateAsync({ judgement: { item: last.item, ...back }, line });
    setDone((before) => before.slice(0, -1));
    message.success(`已撤回对“${last.item}”的判定`);
    return last.item;
  };
  return { judge, undo, mayUndo: done.length > 0, isBusy: send.isPending };
}

let told = 0;

/** The decision as the server keeps it; the next reading brings its own. */
function spoken(
  judgement: Judgement,
  { item, engine, deduction }: ReviewLine,
  kind: Decision["kind"],
  me: { id: string; name: string },
): Decision {
  told += 1;
  const cost = judgement.deduction ?? (deduction > 0 ? deduction : item.points);
  return {
    id: `told-${told}`,
    item: item.item,
    verdict: judgement.verdict,
    deduction: judgement.verdict === "扣分" ? cost : 0,
    reason: judgement.reason ?? null,
    utterances: judgement.utterances ?? item.utterances,
    atMs: judgement.atMs ?? item.atMs,
    engineVerdict: engine,
    kind,
    agreed: judgement.verdict === engine,
    byId: me.id,
    by: me.name,
    at: new Date().toISOString(),
  };
}

/** Ends the review of this call and says which comes next; null when none is left. */
export function useFinish(view: QaView, task: Task | null, nextRisky: () => Promise<string | null>) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const isBusy = useRef(false);
  const finish = useMutation({
    // Behind the judgements that still wait: a finished task takes no more.
    scope: { id: `judge.${view.head.id}` },
    mutationFn: async (isNextAsked: boolean) => {
      const taskId = task ? { taskId: task.id } : {};
      await qualityApi.decide(view.head.id, { ...taskId, finish: true, decisions: [] });
      await client.invalidateQueries({ queryKey: ["qa"], predicate: ({ queryKey }) => queryKey[1] !== "peaks" });
      if (!isNextAsked) return null;
      return task ? ((await qualityApi.nextTask()).task?.callId ?? null) : nextRisky();
    },
    onError: async (error) => {
      message.error(error.message);
      await client.invalidateQueries({ queryKey: qaCallKey(view.head.id) });
    },
    onSettled: () => {
      isBusy.current = false;
    },
  });
  return {
    isPending: finish.isPending,
    run: async (isNextAsked: boolean) => {
      if (isBusy.current) return undefined;
      isBusy.current = true;
      return finish.mutateAsync(isNextAsked);
    },
  };
}
