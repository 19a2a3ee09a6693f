import { callHeads } from "../../../orders/index.ts";
import { toShanghaiIso } from "../../../platform/clock.ts";
import type { Db } from "../../../platform/context.ts";
import { whyOf } from "./passage-changes.ts";
import type { Recall } from "./schema.ts";
import type { FullRecall } from "./store.ts";

const isoOrNull = (moment: Date | null | undefined) => (moment ? toShanghaiIso(moment) : null);

/** Rows of the recall list with their calls and orders, in the same order. No words of a caller are in them. */
export async function recallViews(db: Db, rows: readonly FullRecall[]): Promise<Recall[]> {
  if (!rows.length) return [];
  const heads = await callHeads(db, [...new Set(rows.map(({ recall }) => recall.callId))]);
  const headOf = new Map(heads.map((head) => [head.id, head]));
  return rows.map(({ recall, told }) => {
    const head = headOf.get(recall.callId);
    return {
      id: recall.id,
      state: recall.state,
      articleId: recall.articleId,
      title: told.title,
      oldVersion: recall.oldVersion,
      newVersion: recall.newVersion,
      callId: recall.callId,
      callStartedAt: isoOrNull(head?.startedAt),
      orderId: head?.orderId ?? null,
      orderState: head?.orderState ?? null,
      toldByName: told.byName,
      toldAt: toShanghaiIso(told.at),
      quote: told.quote,
      now: recall.present,
      changes: recall.changes,
      matters: recall.matters,
      why: whyOf(recall),
      decidedByName: recall.decidedByName,
      decidedAt: isoOrNull(recall.decidedAt),
      note: recall.note,
      doneByName: recall.doneByName,
      doneAt: isoOrNull(recall.doneAt),
      result: recall.result,
    };
  });
}

/** One row of the list. */
export async function recallView(db: Db, row: FullRecall): Promise<Recall> {
  const [view] = await recallViews(db, [row]);
  if (!view) throw new Error("a recall gave no view");
  return view;
}
