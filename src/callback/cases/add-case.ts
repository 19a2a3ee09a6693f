import { findOrder, type Order } from "../../orders/index.ts";
import { actorName, authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { CaseDetail, ChangeCase, NewCase } from "../schema-case.ts";
import { shownCase } from "./list-cases.ts";
import { planOf, stateAfter } from "./show-cases.ts";
import { attemptsOf, type CaseRow, findCase, insertCase, updateCase } from "./store-cases.ts";

/** Our own order of that number, whoever asks: the case needs its facts. Undefined when it is another system's. */
async function ownOrder(ctx: Ctx, id: string): Promise<Order | undefined> {
  try {
    return await findOrder(ctx.db, { kind: "system", job: "callback" }, id);
  } catch (error) {
    if (error instanceof AppError && error.fault === "not_found") return undefined;
    throw error;
  }
}

function factsOf(order: Order) {
  const { elements, category, agencies, dispatchedTo } = order;
  return {
    title: order.title,
    content: order.summary,
    contact: elements.contact?.value ?? null,
    callerName: elements.name?.value ?? null,
    kind: order.kind,
    agency: dispatchedTo ?? agencies?.lead ?? null,
    street: order.street,
    item: category.item,
    confidential: order.confidential,
  };
}

const unknown = {
  content: "",
  contact: null,
  callerName: null,
  kind: null,
  agency: null,
  street: null,
  item: null,
  confidential: false,
};

/**
 * Puts an order on the list of callbacks once its unit has finished (R-V4). Facts that are not given are taken from our order of that number.
 * Throws AppError `conflict` when it is on the list or still a draft, `invalid` when nobody knows what it is about.
 */
export async function addCase(ctx: Ctx, { orderId, completedAt, ...given }: NewCase): Promise<CaseDetail> {
  authorize(ctx.actor, "callback.add");
  const order = await ownOrder(ctx, orderId);
  if (order?.state === "draft") throw new AppError("conflict", "这个工单还没有确认，办结后才能加入回访");
  const facts = { ...unknown, ...(order ? factsOf(order) : {}), ...withoutUndefined(given) };
  if (!facts.title) throw new AppError("invalid", "系统中没有这个工单，请写明标题等情况");
  const row: CaseRow = {
    ...facts,
    id: orderId,
    title: facts.title,
    refusesCallback: given.refusesCallback ?? false,
    completedAt: new Date(completedAt),
    sealed: false,
    sealedWhy: null,
    state: "待回访",
    addedBy: actorName(ctx.actor),
    addedAt: ctx.now(),
  };
  await ctx.inTransaction(async (tx) => {
    const state = stateAfter(planOf(ctx, row, []));
    if (!(await insertCase(tx, { ...row, state }))) throw new AppError("conflict", "这个工单已在回访列表中");
    record(tx, ctx, "callback.add", orderId, { state });
  });
  return shownCase(ctx, orderId);
}

const withoutUndefined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/**
 * Seals a case (a key person whom leaders ordered not to call, R-V7), opens it again, or notes that the citizen wants no callback. Sealing is for the
 * named roles. Throws AppError `not_found`, `forbidden`.
 */
export async function changeCase(ctx: Ctx, id: string, change: ChangeCase): Promise<CaseDetail> {
  authorize(ctx.actor, "callback.add");
  if (change.sealed !== undefined || change.sealedWhy !== undefined) authorize(ctx.actor, "callback.seal");
  await ctx.inTransaction(async (tx) => {
    const before = await findCase(tx, ctx.actor, id, { isKept: true });
    const after = { ...before, ...withoutUndefined(change) } as CaseRow;
    const isOpen = before.state === "待回访" || before.state === "不回访";
    const state = isOpen ? stateAfter(planOf(ctx, after, await attemptsOf(tx, [id]))) : before.state;
    const sealedWhy = after.sealed ? after.sealedWhy : null;
    await updateCase(tx, id, { sealed: after.sealed, sealedWhy, refusesCallback: after.refusesCallback, state });
    record(tx, ctx, "callback.change", id, { fields: Object.keys(change), state });
  });
  return shownCase(ctx, id);
}
