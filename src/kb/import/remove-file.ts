import type { Ctx } from "../../platform/context.ts";
import { type ArticleImport, isFileNeeded } from "./store-imports.ts";

/** An ended import keeps no file, unless another one reads the same. */
export async function removeFile(ctx: Ctx, row: ArticleImport): Promise<void> {
  if (await isFileNeeded(ctx.db, row)) return;
  await ctx.importStore
    .remove(row.sha256)
    .catch((error: Error) => ctx.log.warn({ importId: row.id, error: error.name }, "import file not removed"));
}
