import { type Call, type Draft, ordersLike } from "../orders/index.ts";
import type { Ctx } from "../platform/context.ts";
import { draftFromCall } from "./draft-from-call.ts";
import { repeatOf } from "./repeat.ts";

const dayMs = 24 * 3600 * 1000;

/**
 * The draft of a call in the light of the confirmed orders before it: what repeats one without new circumstances is 重复诉求
 * (S4 5.2.2.2 h, R-S5). What is urgent is taken whoever called before.
 */
export async function draftWithEarlier(ctx: Ctx, call: Call): Promise<Draft> {
  const draft = draftFromCall(ctx.rules, call);
  const { repeat } = ctx.rules.scope;
  if (!repeat || draft.scope !== "受理" || draft.urgent === "紧急" || draft.kind === "咨询") return draft;
  const callerNumber = call.callerNumber ?? null;
  const until = new Date(call.startedAt);
  const since = new Date(until.getTime() - repeat.withinDays * dayMs);
  const earlier = await ordersLike(ctx.db, { ...draft, callId: call.id, callerNumber, since, until });
  if (earlier.length === 0) return draft;
  const said = call.utterances.flatMap(({ speaker, text }) => (speaker === "agent" ? [] : [text])).join("。");
  // How an order ended is known from later stages; until then it is in hand.
  const known = earlier.map((order) => ({ ...order, resolved: null }));
  const { of, scope, why } = repeatOf(ctx.rules.scope, { ...draft, callerNumber, said }, known);
  return of ? { ...draft, scope, scopeWhy: why } : draft;
}
