import { randomUUID } from "node:crypto";
import { authorize, displayName } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Appeal, AppealOutcome, MakeAppeal } from "../schema-review.ts";
import { reviewerOf } from "./decide-items.ts";
import { refreshItem } from "./item-state.ts";
import { refreshScore, settledOf } from "./refresh-score.ts";
import { keepScore, updateScore } from "./store-heads.ts";
import {
  type AppealRow,
  type DecisionRow,
  insertAppeal,
  insertDecisions,
  keepAppeal,
  selectAppeals,
  shownAppeal,
  updateAppeal,
} from "./store-words.ts";

/** The agent has seen the score of the own call. Seen twice is seen once. Throws AppError `not_found`. */
export async function acknowledgeScore(ctx: Ctx, callId: string): Promise<{ acknowledgedAt: string }> {
  authorize(ctx.actor, "score.answer");
  return ctx.inTransaction(async (tx) => {
    const row = await keepScore(tx, ctx.actor, callId);
    const acknowledgedAt = row.acknowledgedAt ?? ctx.now();
    if (!row.acknowledgedAt) {
      await updateScore(tx, callId, { acknowledgedAt });
      record(tx, ctx, "qa.acknowledge", callId, { score: row.finalScore });
    }
    return { acknowledgedAt: toShanghaiIso(acknowledgedAt) };
  });
}

/**
 * An agent objects to a deduction of the own call, at a moment of it. Throws AppError `not_found`, `conflict` when the item costs nothing
 * now or is under appeal already.
 */
export async function makeAppeal(ctx: Ctx, callId: string, input: MakeAppeal): Promise<Appeal> {
  authorize(ctx.actor, "score.answer");
  return ctx.inTransaction(async (tx) => {
    const score = await keepScore(tx, ctx.actor, callId);
    const settled = await settledOf(tx, ctx, score);
    const item = settled.items.find((each) => each.item === input.item);
    if (!item) throw new AppError("invalid", `评分表中没有“${input.item}”这一项`);
    if (item.verdict !== "扣分") throw new AppError("conflict", "这一项现在没有扣分，不用申诉");
    const row: AppealRow = {
      id: randomUUID(),
      callId,
      item: input.item,
      words: input.words,
      utterance: input.utterance ?? null,
      atMs: input.atMs ?? null,
      state: "待处理",
      outcome: null,
      agentId: score.agentId ?? "",
      byId: reviewerOf(ctx).id,
      by: displayName(ctx.actor),
      at: ctx.now(),
      decidedById: null,
      decidedBy: null,
      decidedAt: null,
    };
    if (!(await insertAppeal(tx, row))) throw new AppError("conflict", "这一项已有申诉在处理");
    record(tx, ctx, "qa.appeal", callId, { item: input.item, appeal: row.id });
    return shownAppeal(row);
  });
}

/** Appeals that the actor may see, open ones first. */
export async function listAppeals(ctx: Ctx, state?: Appeal["state"]): Promise<Appeal[]> {
  authorize(ctx.actor, "score.read");
  return (await selectAppeals(ctx.db, ctx.actor, state)).map(shownAppeal);
}

/**
 * Decides an appeal: 成立 takes the deduction back as a decision of its own, so the score and the month follow, and the item's agreement falls.
 * Throws AppError `not_found`, `conflict` when it was decided before.
 */
export async function decideAppeal(ctx: Ctx, id: string, { state, outcome }: AppealOutcome): Promise<Appeal> {
  authorize(ctx.actor, "score.review");
  return ctx.inTransaction(async (tx) => {
    const appeal = await keepAppeal(tx, id);
    if (appeal.state !== "待处理") throw new AppError("conflict", "申诉已经处理过了", { present: shownAppeal(appeal) });
    const score = await keepScore(tx, ctx.actor, appeal.callId);
    const item = score.items.find((each) => each.item === appeal.item);
    const by = reviewerOf(ctx);
    const decided = { state, outcome, decidedById: by.id, decidedBy: by.name, decidedAt: ctx.now() };
    const after = await updateAppeal(tx, id, decided);
    if (state === "成立" && item) {
      const decision: DecisionRow = {
        id: randomUUID(),
        callId: appeal.callId,
        item: appeal.item,
        verdict: "合格",
        deduction: 0,
        reason: outcome,
        utterances: appeal.utterance === null ? item.utterances : [appeal.utterance],
        atMs: appeal.atMs ?? item.atMs,
        engineVerdict: item.verdict,
        rulesVersion: score.rulesVersion,
        kind: "申诉",
        taskId: null,
        byId: by.id,
        by: by.name,
        at: ctx.now(),
      };
      await insertDecisions(tx, [decision]);
      await refreshItem(tx, ctx, appeal.item);
    }
    await refreshScore(tx, ctx, score, { acknowledgedAt: null });
    record(tx, ctx, "qa.appeal.decide", appeal.callId, { appeal: id, state, item: appeal.item });
    return shownAppeal(after);
  });
}
