import type { Ctx } from "../../../platform/context.ts";
import { recallViews } from "./recall-view.ts";
import type { ListRecalls, RecallList } from "./schema.ts";
import { scopeOf } from "./scope.ts";
import { countRecalls, selectRecalls } from "./store.ts";

/** The calls that were told what no longer holds, what matters first. Who calls back sees what is to be done. */
export async function listRecalls(ctx: Ctx, filter: ListRecalls): Promise<RecallList> {
  const scope = scopeOf(ctx);
  const items = await recallViews(ctx.db, await selectRecalls(ctx.db, scope, filter));
  const counts = { open: 0, needed: 0, not_needed: 0, done: 0 };
  for (const { state, times } of await countRecalls(ctx.db, scope)) counts[state] = times;
  return { items, counts };
}
