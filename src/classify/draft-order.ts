import { type Call, type Draft, insertOrder, nextOrderNumber, type Order, orderOfCall } from "../orders/index.ts";
import { authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import { toShanghaiIso } from "../platform/clock.ts";
import type { Ctx, Db } from "../platform/context.ts";
import { suggest } from "../platform/suggestions.ts";
import { draftSuggestions } from "./draft-suggestions.ts";
import { draftWithEarlier } from "./draft-with-earlier.ts";

/** Drafts the order of a call by the recording rules, once: a call that has an order keeps it. */
export async function draftOrder(ctx: Ctx, call: Call): Promise<Order> {
  authorize(ctx.actor, "call.process");
  const existing = await orderOfCall(ctx.db, call.id);
  if (existing) return existing;
  const draft = await draftWithEarlier(ctx, call);
  const order = await ctx.inTransaction(async (tx) => {
    const inserted = await insertDraft(tx, ctx, call.id, draft, { agencies: null, clocks: null, heard: null });
    if (inserted) await suggest(tx, ctx, draftSuggestions(inserted, draft, ctx.rules.version));
    return inserted;
  });
  return order ?? draftOrder(ctx, call);
}

/** Puts the first draft of a call in as its order. Undefined when the call has an order. */
export async function insertDraft(
  tx: Db,
  ctx: Ctx,
  callId: string,
  draft: Draft,
  rest: Pick<Order, "agencies" | "clocks" | "heard">,
): Promise<Order | undefined> {
  const now = ctx.now();
  const inserted = await insertOrder(tx, {
    ...draft,
    ...rest,
    id: await orderIdFor(tx, now),
    callId,
    version: 1,
    state: "draft",
    answers: null,
    dispatchedTo: null,
    rulesVersion: ctx.rules.version,
    createdAt: now,
    updatedAt: now,
    confirmedBy: null,
    confirmedByName: null,
    confirmedAt: null,
  });
  if (inserted) record(tx, ctx, "order.draft", inserted.id, { callId });
  return inserted;
}

/** 工单编号: the day and a running number. */
async function orderIdFor(tx: Db, now: Date): Promise<string> {
  const day = toShanghaiIso(now).slice(0, 10).replaceAll("-", "");
  return `${day}${String(await nextOrderNumber(tx)).padStart(5, "0")}`;
}
