import type { Db } from "../../platform/context.ts";
import { importedOf } from "../import/compare-articles.ts";
import type { ImportedArticle } from "../import/content-hash.ts";
import type { ArticleState } from "../schema.ts";
import type { Article } from "../store.ts";
import { articlesAfter } from "./store.ts";

/** An article's working copy as a file has it, with our own id, so that importing the file again finds it. */
export type ExportedArticle = ImportedArticle & { articleId: string; state: ArticleState };

const rowsAtOnce = 200;

const exported = (row: Article): ExportedArticle => ({ ...importedOf(row), articleId: row.id, state: row.state });

/** Every article, by id, a page at a time: only that page is in memory. */
export async function* articleRows(db: Db, state: ArticleState | undefined): AsyncGenerator<ExportedArticle> {
  let after = "";
  for (;;) {
    const rows = await articlesAfter(db, after, state, rowsAtOnce);
    for (const row of rows) yield exported(row);
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return;
    after = last.id;
  }
}
