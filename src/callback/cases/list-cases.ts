import { authorize } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";
import { instantMs } from "../../platform/workdays.ts";
import type { Case, CaseCounts, CaseDetail, ListCases } from "../schema-case.ts";
import { showCases } from "./show-cases.ts";
import { countCases, findCase, selectCases } from "./store-cases.ts";

/** Cases that wait are planned one by one; more than these nobody calls in a day. */
const mostPlanned = 2_000;

const rank: Record<string, number> = { 拨打: 0, 等待: 1, 超期: 2 };

const momentOf = ({ plan, completedAt }: Case): number =>
  instantMs((plan.action === "等待" ? plan.notBefore : plan.deadline) ?? completedAt);

/** What can be dialled now first, by deadline; then what waits, by when it may be dialled and then by deadline; then what is overdue. */
export function inOrder(cases: readonly Case[]): Case[] {
  const place = ({ plan }: Case): number => rank[plan.action] ?? 3;
  const dueMs = ({ plan, completedAt }: Case): number => instantMs(plan.deadline ?? completedAt);
  return [...cases].sort(
    (a, b) => place(a) - place(b) || momentOf(a) - momentOf(b) || dueMs(a) - dueMs(b) || (a.id < b.id ? -1 : 1),
  );
}

/** The cases that the actor may see, in the order in which to call, and how many there are of each sort. */
export async function listCases(
  ctx: Ctx,
  { state, due, agency, limit }: ListCases,
): Promise<{ items: Case[]; counts: CaseCounts }> {
  authorize(ctx.actor, "callback.read");
  const counted = await countCases(ctx.db, ctx.actor);
  const open = await showCases(ctx, await selectCases(ctx.db, ctx.actor, { state: "待回访", agency }, mostPlanned));
  const others =
    due === "now" || state === "待回访" ? [] : await selectCases(ctx.db, ctx.actor, { state, agency }, limit);
  const rest = await showCases(
    ctx,
    others.filter((row) => row.state !== "待回访"),
  );
  const wanted = state === undefined || state === "待回访" ? inOrder(open) : [];
  const shown = due === "now" ? wanted.filter(({ plan }) => plan.action === "拨打") : [...wanted, ...rest];
  const of = (action: string): number => open.filter(({ plan }) => plan.action === action).length;
  return {
    items: shown.slice(0, limit),
    counts: {
      now: of("拨打"),
      waiting: of("等待"),
      overdue: of("超期"),
      done: counted.get("已回访") ?? 0,
      ended: counted.get("已结束") ?? 0,
      notCalled: counted.get("不回访") ?? 0,
    },
  };
}

/** A case as the actor may see it. Throws AppError `not_found`. */
export async function readCase(ctx: Ctx, id: string): Promise<CaseDetail> {
  authorize(ctx.actor, "callback.read");
  return shownCase(ctx, id);
}

/** A case for an actor who was let to do something with it. Throws AppError `not_found`. */
export async function shownCase(ctx: Ctx, id: string): Promise<CaseDetail> {
  const row = await findCase(ctx.db, ctx.actor, id);
  const [shown] = await showCases(ctx, [row]);
  if (!shown) throw new Error("one case gives one");
  return { ...shown, content: row.content, sealedWhy: row.sealedWhy };
}
