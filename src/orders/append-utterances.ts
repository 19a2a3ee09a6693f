import { createHash } from "node:crypto";
import { actorName, authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx, Db } from "../platform/context.ts";
import { AppError, notFound } from "../platform/errors.ts";
import type { LiveHead, LivePost, Utterance } from "./schema.ts";
import { type CallRow, findCall, insertCall } from "./store.ts";
import { endLiveCall, insertUtterances, reachableCall, touchLiveCall, utterancesOf, wordsOf } from "./store-live.ts";

/** As many as a call has that comes in whole. */
const mostUtterances = 5_000;

/** A live call after a post. `spoken` is everything said so far; null when the post brought nothing new. */
export type Appended = {
  row: CallRow;
  isOpened: boolean;
  isEnded: boolean;
  received: number;
  spoken: Utterance[] | null;
};

/**
 * Takes in what was said in a live call, in one transaction; the first post opens it, `ended` ends it. A post that comes again
 * changes nothing. Throws AppError `not_found` for a call that is missing or out of reach, `conflict` when the number of an
 * utterance holds other words, the call is over, or its id belongs to a call of somebody else.
 */
export async function appendUtterances(ctx: Ctx, id: string, post: LivePost): Promise<Appended> {
  authorize(ctx.actor, "call.receive");
  return ctx.inTransaction(async (tx) => {
    const isOpened = post.call ? await insertCall(tx, newCall(ctx, id, post.call), []) : false;
    const row = await touchLiveCall(tx, ctx.actor, id, ctx.now());
    if (!row) return afterTheEnd(tx, ctx, id, post);
    const isNew = new Set(await insertUtterances(tx, id, post.utterances));
    await refuseOtherWords(
      tx,
      id,
      post.utterances.filter(({ i }) => !isNew.has(i)),
    );
    const spoken = await utterancesOf(tx, id);
    if (spoken.length > mostUtterances) throw new AppError("invalid", `一通电话不能超过 ${mostUtterances} 句话`);
    const isEnded = post.ended === true && (await endLiveCall(tx, id, ctx.now()));
    if (isOpened) record(tx, ctx, "call.open", id);
    if (isEnded) record(tx, ctx, "call.end", id, { utterances: spoken.length });
    return {
      row: isEnded ? { ...row, state: "received" } : row,
      isOpened,
      isEnded,
      received: spoken.at(-1)?.i ?? -1,
      spoken: isNew.size ? spoken : null,
    };
  });
}

/** A call that is over takes nothing more; the last post may come again. */
async function afterTheEnd(tx: Db, ctx: Ctx, id: string, post: LivePost): Promise<Appended> {
  const row = await reachableCall(tx, ctx.actor, id);
  if (!row && post.call) throw new AppError("conflict", `编号 ${id} 已有另一通通话，请换一个编号`);
  if (!row) throw notFound("通话");
  const spoken = await utterancesOf(tx, id);
  const kept = new Map(spoken.map(({ i, text }) => [i, text]));
  if (post.utterances.some(({ i, text }) => kept.get(i) !== text))
    throw new AppError("conflict", "通话已结束，不能再追加话语");
  return { row, isOpened: false, isEnded: false, received: spoken.at(-1)?.i ?? -1, spoken: null };
}

async function refuseOtherWords(tx: Db, id: string, known: readonly Utterance[]): Promise<void> {
  const kept = await wordsOf(
    tx,
    id,
    known.map(({ i }) => i),
  );
  const textOf = new Map(kept.map(({ i, text }) => [i, text]));
  const other = known.find(({ i, text }) => textOf.get(i) !== text);
  if (other) throw new AppError("conflict", `序号 ${other.i} 已有不同内容的话语，未作改动`);
}

function newCall(ctx: Ctx, id: string, head: LiveHead): CallRow {
  const ownSeat = ctx.actor.kind === "user" ? ctx.actor.agentId : null;
  return {
    id,
    direction: head.direction,
    startedAt: new Date(head.startedAt),
    callerNumber: head.callerNumber ?? null,
    agentId: head.agentId === undefined ? ownSeat : head.agentId,
    callbackOrder: head.order ?? null,
    inputHash: createHash("sha256").update(JSON.stringify(head)).digest("hex"),
    state: "live",
    failure: null,
    receivedAt: ctx.now(),
    processedAt: null,
    openedBy: actorName(ctx.actor),
  };
}

/** Ends a live call of which nothing came in since before `silentSince`; false when there is nothing to end. */
export async function endSilentCall(ctx: Ctx, id: string, silentSince: Date): Promise<boolean> {
  authorize(ctx.actor, "call.process");
  const { id: known } = await findCall(ctx.db, ctx.actor, id);
  return ctx.inTransaction(async (tx) => {
    const isEnded = await endLiveCall(tx, known, ctx.now(), silentSince);
    if (isEnded) record(tx, ctx, "call.end", known, { silent: true });
    return isEnded;
  });
}
