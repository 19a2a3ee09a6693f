import { findCall, orderOfCall } from "../../orders/index.ts";
import { authorize } from "../../platform/access.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Ctx } from "../../platform/context.ts";
import { notFound } from "../../platform/errors.ts";
import type { AnswerTemplate } from "../../platform/rules/index.ts";
import { versionAt } from "../store-versions.ts";
import { callValues } from "./call-values.ts";
import { fillSlots } from "./fill-slots.ts";
import type { Filled, SlotValue } from "./schema.ts";

/** What fills slots: a call that the actor may see, and values that the person gives, which come first. */
export type FillFrom = { callId?: string | undefined; values?: Record<string, string> | undefined };

/**
 * The version of an article that holds at `at`, with its slots filled as far as the call and the person say.
 * Throws AppError `not_found` when nothing is shown then or the call is hidden, `forbidden`.
 */
export async function fillArticle(
  ctx: Ctx,
  id: string,
  { at, ...from }: FillFrom & { at?: string | undefined },
): Promise<Filled & { articleId: string; version: number }> {
  authorize(ctx.actor, "article.read");
  const version = await versionAt(ctx.db, id, at ? new Date(at) : ctx.now());
  if (!version) throw notFound("知识");
  return { articleId: id, version: version.number, ...fillSlots(version.body, await valuesFor(ctx, from)) };
}

/** The answer templates of the rules (R-K10). */
export function listTemplates(ctx: Ctx): readonly AnswerTemplate[] {
  authorize(ctx.actor, "article.read");
  return ctx.rules.knowledge.templates;
}

/** A template of the rules, filled like an article. Throws AppError `not_found`, `forbidden`. */
export async function fillTemplate(ctx: Ctx, id: string, from: FillFrom): Promise<Filled> {
  const template = listTemplates(ctx).find((each) => each.id === id);
  if (!template) throw notFound("答复范本");
  return fillSlots(template.text, await valuesFor(ctx, from));
}

async function valuesFor(ctx: Ctx, { callId, values = {} }: FillFrom): Promise<Map<string, SlotValue>> {
  const filled = new Map<string, SlotValue>();
  if (callId) {
    authorize(ctx.actor, "call.read");
    const call = await findCall(ctx.db, ctx.actor, callId);
    const order = await orderOfCall(ctx.db, callId);
    const said = order
      ? callValues(ctx.rules.knowledge.slotSources, order, toShanghaiIso(call.startedAt))
      : new Map<string, SlotValue>();
    for (const [name, value] of said) filled.set(name, value);
  }
  for (const [name, value] of Object.entries(values)) filled.set(name, { value, by: "person", utterance: null });
  return filled;
}
