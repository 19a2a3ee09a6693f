import { randomUUID } from "node:crypto";
import { type Call, callbacksAbout, readCall } from "../../orders/index.ts";
import { actorName, authorize, displayName } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx, Db } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { readCallback } from "../read-callback.ts";
import type { CaseDetail, Difference, NewAttempt, NewResult } from "../schema-case.ts";
import { differencesOf } from "./differences.ts";
import { shownCase } from "./list-cases.ts";
import { planOf, stateAfter } from "./show-cases.ts";
import { attemptsOf, type CaseRow, findCase, insertAttempt, insertResult, updateCase } from "./store-cases.ts";

/**
 * Keeps a dial that reached nobody who would answer, and what follows from it for the case.
 * Throws AppError `not_found`, `invalid` for a result that the rules do not know, `conflict` when no dial is allowed now.
 */
export async function recordAttempt(ctx: Ctx, id: string, { result, callId }: NewAttempt): Promise<CaseDetail> {
  authorize(ctx.actor, "callback.work");
  const known = ctx.rules.callback.dials.flatMap((rule) => rule.results);
  if (!known.includes(result)) throw new AppError("invalid", `拨打结果应为：${known.join("、")}`);
  await ctx.inTransaction(async (tx) => {
    const row = await findCase(tx, ctx.actor, id, { isKept: true });
    const plan = planOf(ctx, row, await attemptsOf(tx, [id]));
    if (row.state !== "待回访" || plan.action !== "拨打")
      throw new AppError("conflict", `现在不能拨打：${plan.reason}`, { present: plan });
    await keepAttempt(tx, ctx, row, result, callId ?? null, ctx.now());
    record(tx, ctx, "callback.attempt", id, { result });
  });
  return shownCase(ctx, id);
}

async function keepAttempt(
  tx: Db,
  ctx: Ctx,
  row: CaseRow,
  result: string,
  callId: string | null,
  at: Date,
): Promise<void> {
  await insertAttempt(tx, { id: randomUUID(), caseId: row.id, result, callId, by: displayName(ctx.actor), at });
  const state = stateAfter(planOf(ctx, row, await attemptsOf(tx, [row.id])));
  await updateCase(tx, row.id, { state });
}

/** The call in which the answers were given: the named one, which must be about the order, else the newest about it. */
async function callOf(ctx: Ctx, id: string, callId: string | undefined): Promise<Call | null> {
  const about = await callbacksAbout(ctx.db, [id]);
  const wanted = callId ?? about[0]?.id;
  if (wanted === undefined) return null;
  if (!about.some((each) => each.id === wanted)) throw new AppError("invalid", "这通电话不是这个工单的回访");
  const { row: _, ...call } = await readCall(ctx.db, ctx.actor, wanted);
  return call;
}

function refuseUnexplained(differences: readonly Difference[], reason: string | undefined): void {
  if (differences.length === 0 || reason) return;
  throw new AppError("conflict", "记录与市民所说不一致，请核对；确认无误须写明理由", { present: { differences } });
}

/** A level that the script never offers would be counted nowhere. */
function refuseOffScale(ctx: Ctx, script: string, satisfaction: NewResult["satisfaction"]): void {
  const chosen = ctx.rules.callback.scripts.find(({ id }) => id === script);
  if (!chosen) throw new AppError("invalid", `没有名为 ${script} 的话术`);
  if (satisfaction === "未答" || chosen.scale.includes(satisfaction)) return;
  throw new AppError(
    "invalid",
    `“${chosen.title}”没有“${satisfaction}”这一档，应为：${chosen.scale.join("、")}，或未答`,
  );
}

/**
 * Keeps the answers of a callback. They are held against what was said in its call, if there is one: a difference stops them with a question until the
 * officer gives a reason (R-V2). A case that has a record gets a newer one beside it. Throws AppError `not_found`, `invalid`, `conflict`.
 */
export async function recordResult(ctx: Ctx, id: string, input: NewResult): Promise<CaseDetail> {
  authorize(ctx.actor, "callback.work");
  const { script, callId: named, differenceReason, ...answers } = input;
  refuseOffScale(ctx, script, answers.satisfaction);
  await findCase(ctx.db, ctx.actor, id);
  const call = await callOf(ctx, id, named);
  const differences = call ? differencesOf(ctx.rules, call, readCallback(ctx.rules, call), script, answers) : [];
  refuseUnexplained(differences, differenceReason);
  await ctx.inTransaction(async (tx) => {
    const row = await findCase(tx, ctx.actor, id, { isKept: true });
    if (row.state === "不回访" || row.state === "已结束")
      throw new AppError("conflict", `这个工单${row.state === "不回访" ? "不回访" : "的回访已结束"}，不能记录结果`);
    const at = ctx.now();
    const dialledAt = call ? new Date(call.startedAt) : at;
    if (row.state === "待回访") await keepAttempt(tx, ctx, row, "完成", call?.id ?? null, dialledAt);
    const by = { byId: actorName(ctx.actor), by: displayName(ctx.actor) };
    const kept = { callId: call?.id ?? null, script, answers, differences, differenceReason: differenceReason ?? null };
    await insertResult(tx, { id: randomUUID(), caseId: id, ...kept, ...by, at });
    await updateCase(tx, id, { state: "已回访" });
    record(tx, ctx, "callback.record", id, {
      script,
      call: call?.id ?? null,
      differences: differences.map(({ field }) => field),
    });
  });
  return shownCase(ctx, id);
}
