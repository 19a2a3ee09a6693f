import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Ctx } from "../../platform/context.ts";
import { readInThread } from "./read/read-in-thread.ts";
import type { ArticleImport } from "./store-imports.ts";

/** The messages of the reader about an import's file, articles up to `skip` left out. */
export async function* readImport(ctx: Ctx, row: ArticleImport, skip: number): ReturnType<typeof readInThread> {
  const path = await ctx.importStore.pathOf(row.sha256);
  const { name, mapping, encoding } = row;
  try {
    yield* readInThread({ name, path, mapping, isGuessing: true, encoding, skip }, ctx.signal);
  } finally {
    // A store in memory writes a copy for us, in a folder of its own.
    if (ctx.importStore.id === "memory") await rm(dirname(path), { recursive: true, force: true });
  }
}
