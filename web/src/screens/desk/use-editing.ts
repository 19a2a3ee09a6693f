import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useCallback, useState } from "react";
import { api } from "../../api.ts";
import { keys } from "../../queries.ts";
import { ApiError } from "../../request.ts";
import type { CallView, OrderChanges, OrderResult } from "../../types.ts";

/**
 * A field that stands open: the version its words were typed against, the version someone else made since, and what the
 * line said when it was opened.
 */
export type Open = { base: number; conflict: number | null; shown: string };

export type Editing = ReturnType<typeof useEditing>;

/**
 * Saves changes of one order with the version they were typed against. A stale save puts the present order on the
 * screen and leaves the typed words where they are.
 */
export function useEditing(callId: string, order: OrderResult) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState<ReadonlyMap<string, Open>>(new Map());
  const [notice, setNotice] = useState<string | null>(null);
  const put = useCallback(
    (result: OrderResult) => {
      client.setQueryData<CallView>(keys.call(callId), (view) => view && { ...view, order: result });
      // What is missing, and how good the record is, follow from the order.
      void client.invalidateQueries({ queryKey: keys.call(callId) });
      void client.invalidateQueries({ queryKey: keys.calls });
    },
    [client, callId],
  );
  const change = (id: string, to: Open | null) =>
    setOpen((before) => {
      const after = new Map(before);
      if (to) after.set(id, to);
      else after.delete(id);
      return after;
    });
  const patch = useMutation({
    mutationFn: ({ base, changes }: { id: string; base: number; changes: OrderChanges }) =>
      api.editOrder(order.id, base, changes),
    onSuccess: (result, { id, base }) => {
      put(result);
      setNotice(null);
      // Our own save is no conflict for the other fields we have open.
      setOpen(
        (before) =>
          new Map([...before].filter(([key]) => key !== id).map(([key, at]) => [key, after(at, base, result)])),
      );
    },
    onError: (error, { id, base }) => {
      const present = presentOf(error);
      if (!present) return void message.error(error.message);
      put(present);
      const at = open.get(id);
      if (at) change(id, { ...at, base, conflict: present.version });
      else setNotice(error.message);
    },
  });
  const confirm = useMutation({
    mutationFn: () => api.confirmOrder(order.id, order.version),
    onSuccess: (result) => {
      put(result);
      setNotice(null);
    },
    onError: (error) => {
      const present = presentOf(error);
      if (present) put(present);
      setNotice(present ? secondWords(present) : error.message);
    },
  });
  return {
    open,
    notice,
    confirm,
    isSaving: patch.isPending,
    start: (id: string, shown: string) => change(id, { base: order.version, conflict: null, shown }),
    cancel: (id: string) => change(id, null),
    /** Saves against the version the words were typed on; after a conflict against the present one. */
    save: (id: string, changes: OrderChanges) => {
      const at = open.get(id);
      patch.mutate({ id, base: at?.conflict ?? at?.base ?? order.version, changes });
    },
  };
}

const after = (at: Open, base: number, result: OrderResult): Open =>
  at.base === base && at.conflict === null ? { ...at, base: result.version } : at;

/** What who confirms second is told. */
const secondWords = ({ state }: OrderResult) =>
  state === "confirmed" ? "这份工单已由他人确认，不用再确认。" : "工单刚被他人修改，请看过最新内容再确认。";

const presentOf = (error: unknown): OrderResult | null =>
  error instanceof ApiError && error.status === 409 && error.present ? (error.present as OrderResult) : null;
