import { draftSuggestions, draftWithEarlier, insertDraft, missingElements } from "../classify/index.ts";
import {
  type Call,
  type Draft,
  editedFields,
  editsOf,
  keepEdits,
  type Order,
  orderOfCall,
  redraftOrder,
  settleOrder,
} from "../orders/index.ts";
import type { Ctx } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import { suggest } from "../platform/suggestions.ts";
import { agenciesFor, clocksFor } from "../routing/index.ts";

/** People who edit while we draft make us begin again; more often than this nobody types. */
const attempts = 5;

/** The order of a live call before and after a draft. */
export type Redrafted = { before: Order | undefined; after: Order };

/**
 * Drafts a live call anew from all that was said so far and keeps what people decided: the version stays theirs.
 * An order that is confirmed, stands, or rests on more words already is left as it is.
 */
export async function draftLive(ctx: Ctx, call: Call): Promise<Redrafted> {
  const draft = await draftWithEarlier(ctx, call);
  const heard = call.utterances.length;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = await orderOfCall(ctx.db, call.id);
    const after = before ? await redraft(ctx, call, before, draft, heard) : await firstDraft(ctx, call, draft, heard);
    if (after) return { before, after };
  }
  throw new AppError("unavailable", "工单正被频繁修改，草稿稍后更新");
}

function firstDraft(ctx: Ctx, call: Call, draft: Draft, heard: number): Promise<Order | undefined> {
  const routed = routedFor(ctx, call, draft);
  return ctx.inTransaction((tx) => insertDraft(tx, ctx, call.id, draft, { ...routed, heard }));
}

async function redraft(ctx: Ctx, call: Call, before: Order, draft: Draft, heard: number): Promise<Order | undefined> {
  if (before.state !== "draft" || before.heard === null || before.heard > heard) return before;
  // Only people change the version: the first one has no edits.
  const edited = before.version > 1 ? editedFields(await editsOf(ctx.db, before.id)) : new Set<string>();
  const kept = keepEdits(before, edited, draft);
  const merged: Draft = { ...kept, missing: missingIn(ctx, kept) };
  const routed = routedFor(ctx, call, merged);
  const agencies = edited.has("agencies") ? before.agencies : routed.agencies;
  const change = { ...merged, clocks: routed.clocks, agencies, rulesVersion: ctx.rules.version, updatedAt: ctx.now() };
  return redraftOrder(ctx.db, { id: before.id, version: before.version, heard }, change);
}

/** What is missing; a person's reason for having no value counts as an answer. */
function missingIn(ctx: Ctx, { kind, urgentClass, elements }: Draft): Draft["missing"] {
  const isSettled = (key: Draft["missing"][number]) =>
    elements[key]?.engine === "human" && elements[key].status !== "未询问";
  return missingElements(ctx.rules.recording, kind, urgentClass, elements).filter((key) => !isSettled(key));
}

function routedFor(ctx: Ctx, call: Call, draft: Draft): Pick<Order, "agencies" | "clocks"> {
  const { direction, startedAt } = call;
  return {
    agencies: agenciesFor(ctx.rules, { draft, call }),
    clocks: clocksFor(ctx.rules, { ...draft, direction, startedAt }),
  };
}

/** Keeps what the engines propose for an order, so that a person's word on it can be kept too. Once. */
export async function keepDraftSuggestions(ctx: Ctx, call: Call, order: Order): Promise<void> {
  const draft = await draftWithEarlier(ctx, call);
  await ctx.inTransaction((tx) => suggest(tx, ctx, draftSuggestions(order, draft, ctx.rules.version)));
}

/** The last draft of a call that was live, which now stands. Undefined for a call that never was, or is settled already. */
export async function settleLiveDraft(ctx: Ctx, call: Call): Promise<Order | undefined> {
  const present = await orderOfCall(ctx.db, call.id);
  if (!present || present.heard === null) return undefined;
  const { after } = await draftLive(ctx, call);
  await keepDraftSuggestions(ctx, call, after);
  return ctx.inTransaction((tx) => settleOrder(tx, call.id));
}
