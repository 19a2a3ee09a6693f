import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx, Db } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Rules } from "../../platform/rules/index.ts";
import { namesOf } from "../../platform/rules/schema/rubric.ts";
import type { ChangeItem, ItemStanding } from "../schema-review.ts";
import { countAgreement, type ItemStateRow, itemState, itemStates, putItemState } from "./store-items.ts";

type Review = Rules["rubric"]["review"];
type Judged = Pick<ItemStateRow, "mode" | "decided" | "agreed">;

/** Whether people's word lowers an item to 仅提示, with the reason; a person's own setting goes first. */
export function standingOf(
  review: Review,
  { mode, decided, agreed }: Judged,
): { isHintOnly: boolean; why: string | null } {
  if (mode === "仅提示") return { isHintOnly: true, why: "质检员设为仅提示" };
  if (mode === "扣分") return { isHintOnly: false, why: "质检员设为扣分" };
  const share = decided > 0 ? agreed / decided : 1;
  if (decided < review.decisionsMin || share >= review.agreementMin) return { isHintOnly: false, why: null };
  const percent = (value: number) => `${Math.round(value * 100)}%`;
  return {
    isHintOnly: true,
    why: `人工认同 ${agreed}/${decided}（${percent(share)}），低于 ${percent(review.agreementMin)}，仅提示`,
  };
}

/** Counts anew how far people agree with the engine's deductions on an item. A change of standing is on record. */
export async function refreshItem(tx: Db, ctx: Ctx, item: string, change: Partial<Judged> & { reason?: string } = {}) {
  const before = await itemState(tx, item);
  const counted = await countAgreement(tx, item);
  const judged = { mode: change.mode ?? before?.mode ?? ("自动" as const), ...counted };
  const { isHintOnly, why } = standingOf(ctx.rules.rubric.review, judged);
  const reason = change.reason ? `${why ?? "自动"}：${change.reason}` : (why ?? null);
  const kept = before && before.mode !== "自动" && !change.mode ? before.reason : reason;
  await putItemState(tx, { item, ...judged, reason: kept, isHintOnly, changedAt: ctx.now() });
  if ((before?.isHintOnly ?? false) !== isHintOnly) record(tx, ctx, "qa.item.hint", item, { isHintOnly, ...counted });
}

/** Every item of the rubric with how well the engine does on it and whether it may cost points. */
export async function listItems(ctx: Ctx): Promise<ItemStanding[]> {
  authorize(ctx.actor, "score.review");
  const states = new Map((await itemStates(ctx.db)).map((row) => [row.item, row]));
  return ctx.rules.rubric.rows.flatMap((row) =>
    (row.unscored ? [] : namesOf(row)).map((item) => standingIn(ctx.rules.rubric.review, row, item, states.get(item))),
  );
}

function standingIn(
  review: Review,
  row: Rules["rubric"]["rows"][number],
  item: string,
  state: ItemStateRow | undefined,
): ItemStanding {
  const measured = review.measured.find((each) => each.item === item)?.precision ?? null;
  const isWeak = measured !== null && measured < review.precisionMin;
  const { decided = 0, agreed = 0, mode = "自动", isHintOnly = false, reason = null } = state ?? {};
  const why = isWeak ? `实测准确率 ${measured} 低于 ${review.precisionMin}` : (reason ?? "");
  return {
    item,
    row: row.row,
    points: row.deduction,
    means: row.means,
    measuredPrecision: measured,
    decided,
    agreed: decided > 0 ? Math.round((agreed / decided) * 1000) / 1000 : null,
    mode,
    hintOnly: isWeak || isHintOnly,
    why,
  };
}

/**
 * Sets whether an item may cost points, or leaves it to people's agreement again. It counts for calls scored from now on.
 * Throws AppError `not_found` for what is no item, `conflict` when the rules themselves keep it from costing.
 */
export async function changeItem(ctx: Ctx, item: string, { mode, reason }: ChangeItem): Promise<ItemStanding> {
  authorize(ctx.actor, "score.review");
  const present = (await listItems(ctx)).find((each) => each.item === item);
  if (!present) throw notFound("考评项");
  const { precisionMin } = ctx.rules.rubric.review;
  if (mode === "扣分" && present.measuredPrecision !== null && present.measuredPrecision < precisionMin)
    throw new AppError("conflict", `该项实测准确率低于 ${precisionMin}，不能设为扣分`);
  await ctx.inTransaction(async (tx) => {
    await refreshItem(tx, ctx, item, { mode, reason });
    record(tx, ctx, "qa.item.mode", item, { mode });
  });
  const after = (await listItems(ctx)).find((each) => each.item === item);
  return after ?? present;
}
