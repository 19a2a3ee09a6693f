import { callbacksAbout } from "../../orders/index.ts";
import { may } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Ctx } from "../../platform/context.ts";
import { groupBy } from "../../platform/group-by.ts";
import { planCallback } from "../plan-callback.ts";
import type { CallbackPlan } from "../schema.ts";
import type { Case, CaseResult, CaseState } from "../schema-case.ts";
import { type AttemptRow, attemptsOf, type CaseRow, type ResultRow, resultsOf } from "./store-cases.ts";

/** What to do about a case now (S0; R-V6 to R-V10). */
export function planOf(ctx: Ctx, row: CaseRow, attempts: readonly AttemptRow[]): CallbackPlan {
  return planCallback(ctx.rules, {
    contact: row.contact,
    confidential: row.confidential,
    refusesCallback: row.refusesCallback,
    keyPerson: row.sealed,
    content: row.content,
    kind: row.kind,
    attempts: attempts.map(({ at, result }) => ({ at: toShanghaiIso(at), result })),
    completedAt: toShanghaiIso(row.completedAt),
    now: toShanghaiIso(ctx.now()),
  });
}

/** Where a plan leaves a case that nobody has recorded answers for. */
export function stateAfter(plan: CallbackPlan): CaseState {
  if (plan.action === "不回访") return "不回访";
  return plan.action === "结束(次数已满)" || plan.action === "结束(无需再拨)" ? "已结束" : "待回访";
}

/** A record as it is shown. */
export const shownResult = ({
  answers,
  script,
  callId,
  differences,
  differenceReason,
  by,
  at,
}: ResultRow): CaseResult => ({
  ...answers,
  script,
  callId,
  differences,
  differenceReason,
  by,
  at: toShanghaiIso(at),
});

/** Puts on record which sealed cases are about to be shown (R-V7), if any of these is. */
export async function recordSealedRead(ctx: Ctx, rows: readonly CaseRow[]): Promise<void> {
  const sealed = rows.filter((row) => row.sealed).map(({ id }) => id);
  if (sealed.length === 0 || !may(ctx.actor, "callback.seal")) return;
  await ctx.inTransaction(async (tx) => record(tx, ctx, "callback.sealed.read", sealed[0] ?? "", { cases: sealed }));
}

/** Cases with plan, dials, record and calls. Which sealed ones were shown is on record before they are. */
export async function showCases(ctx: Ctx, rows: readonly CaseRow[]): Promise<Case[]> {
  const ids = rows.map(({ id }) => id);
  const attempts = groupBy(await attemptsOf(ctx.db, ids), ({ caseId }) => caseId);
  const results = new Map((await resultsOf(ctx.db, ids)).map((row) => [row.caseId, row]));
  const calls = groupBy(await callbacksAbout(ctx.db, ids), ({ orderId }) => orderId);
  await recordSealedRead(ctx, rows);
  return rows.map((row) => {
    const { content: _, sealedWhy: __, addedBy: ___, addedAt: ____, completedAt, ...rest } = row;
    const own = attempts.get(row.id) ?? [];
    const result = results.get(row.id);
    return {
      ...rest,
      completedAt: toShanghaiIso(completedAt),
      plan: planOf(ctx, row, own),
      attempts: own.map(({ id, at, result: came, by }) => ({ id, at: toShanghaiIso(at), result: came, by })),
      result: result ? shownResult(result) : null,
      callIds: (calls.get(row.id) ?? []).map(({ id }) => id),
    };
  });
}
