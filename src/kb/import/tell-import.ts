import type { Ctx } from "../../platform/context.ts";
import type { ArticleImport } from "./store-imports.ts";

/** Tells open screens how far an import is. */
export const tellImport = (ctx: Ctx, row: Pick<ArticleImport, "id" | "state" | "done" | "total">): void =>
  ctx.events.publish({ importId: row.id, state: row.state, done: row.done, total: row.total });
