import { authorize } from "../platform/access.ts";
import type { Ctx } from "../platform/context.ts";
import type { ListCalls } from "./schema.ts";
import { selectCalls } from "./store.ts";

export type CallListItem = Awaited<ReturnType<typeof selectCalls>>[number];

/** The calls that the actor may see, newest first. */
export async function listCalls(ctx: Ctx, filter: ListCalls): Promise<CallListItem[]> {
  authorize(ctx.actor, "call.read");
  return selectCalls(ctx.db, ctx.actor, filter);
}
