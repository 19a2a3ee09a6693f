import { Readable } from "node:stream";
import { z } from "zod";
import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { ArticleState } from "../schema.ts";
import { articleRows, type ExportedArticle } from "./article-rows.ts";
import { longestBody } from "./store.ts";
import { csvOf } from "./write-csv.ts";
import { markdownZipOf } from "./write-markdown.ts";
import { xlsxOf } from "./write-xlsx.ts";

export const ExportFormat = z.enum(["xlsx", "csv", "jsonl", "zip"]);
export const ExportArticles = z.object({ format: ExportFormat, state: ArticleState.optional() });
export type ExportArticles = z.infer<typeof ExportArticles>;

const types: Record<ExportArticles["format"], string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
  zip: "application/zip",
};

/**
 * The working copies of all articles (or of those in one state) as a file that is made while it is read. Importing it again changes nothing.
 * Who took it is on record before its first byte.
 */
export async function exportArticles(
  ctx: Ctx,
  { format, state }: ExportArticles,
): Promise<{ type: string; bytes: Readable }> {
  authorize(ctx.actor, "article.edit");
  await ctx.inTransaction(async (tx) =>
    record(tx, ctx, "article.export", "articles", { format, state: state ?? null }),
  );
  const rows = articleRows(ctx.db, state);
  const type = types[format];
  if (format === "xlsx") return { type, bytes: await xlsxOf(rows, await longestBody(ctx.db)) };
  const writers = { csv: csvOf, jsonl: linesOf, zip: markdownZipOf };
  return { type, bytes: Readable.from(writers[format](rows), { objectMode: false }) };
}

async function* linesOf(articles: AsyncIterable<ExportedArticle>): AsyncGenerator<Buffer> {
  for await (const article of articles) yield Buffer.from(`${JSON.stringify(article)}\n`);
}
