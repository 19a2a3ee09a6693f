import type { Ctx } from "../../platform/context.ts";
import { type Compared, compareArticles } from "./compare-articles.ts";
import type { Item, Where } from "./read/reading.ts";
import { readImport } from "./read-import.ts";
import { RunOver } from "./run-over.ts";
import type { ImportFault, ImportPreview, PreviewRow } from "./schema.ts";
import { type ArticleImport, advanceImport, changeImport } from "./store-imports.ts";
import { tellImport } from "./tell-import.ts";

const firstRows = 20;
const bodyChars = 200;
const keptFaults = 200;

type Seen = { counts: ImportPreview["counts"]; first: PreviewRow[]; faults: ImportFault[] };

/** Looks through a file without changing the base: what it would create and change, its first articles, and what was not understood. */
export async function previewImport(ctx: Ctx, row: ArticleImport): Promise<void> {
  const counts = { total: 0, created: 0, updated: 0, unchanged: 0, faults: 0 };
  const seen: Seen = { counts, first: [], faults: [] };
  for await (const message of readImport(ctx, row, 0)) {
    if (message.kind === "batch") {
      await look(ctx, message.items, seen);
      await advance(ctx, row, message.through, row.total);
    } else if (message.kind === "counted") {
      row.total = message.articles;
      await advance(ctx, row, 0, message.articles);
    } else if (message.kind === "counting") await advance(ctx, row, message.articles, null);
    else {
      const preview: ImportPreview = { ...message.head, counts: seen.counts, first: seen.first };
      await finish(ctx, row, preview, seen.faults);
    }
  }
}

async function look(ctx: Ctx, items: readonly Item[], seen: Seen): Promise<void> {
  const read = items.flatMap((item) => ("fault" in item ? [] : [item]));
  for (const item of items) {
    if (!("fault" in item)) continue;
    seen.counts.faults += 1;
    if (seen.faults.length < keptFaults) seen.faults.push(item.fault);
  }
  const compared = await compareArticles(
    ctx,
    read.map(({ article, articleId }) => ({ ...article, articleId })),
    () => "draft",
  );
  for (const [at, each] of compared.entries()) {
    seen.counts.total += 1;
    seen.counts[each.outcome] += 1;
    const where = read[at]?.where;
    if (seen.first.length < firstRows && where) seen.first.push(previewOf(each, where));
  }
}

const previewOf = ({ article, outcome, target }: Compared, where: Where): PreviewRow => ({
  where: whereWords(where),
  externalId: article.externalId,
  title: article.title,
  body: article.body.slice(0, bodyChars),
  agency: article.agency,
  region: article.region,
  kind: article.kind,
  validFrom: article.validFrom,
  validUntil: article.validUntil,
  outcome,
  articleId: target?.id ?? null,
});

const whereWords = ({ file, sheet, line }: Where): string =>
  [file, sheet, line === null ? null : `第 ${line} 行`].filter(Boolean).join(" · ");

async function advance(ctx: Ctx, row: ArticleImport, done: number, total: number | null): Promise<void> {
  if (!(await advanceImport(ctx.db, row, { done, total, updatedAt: ctx.now() }))) throw new RunOver();
  tellImport(ctx, { ...row, done, total });
}

/** The preview is another state to decide on, so it counts as a version of its own. */
async function finish(ctx: Ctx, row: ArticleImport, preview: ImportPreview, faults: ImportFault[]): Promise<void> {
  const read = { preview, faults, faultCount: preview.counts.faults, updatedAt: ctx.now() };
  if (!(await advanceImport(ctx.db, row, { ...read, done: preview.counts.total, total: preview.counts.total })))
    throw new RunOver();
  await changeImport(ctx.db, { id: row.id, states: ["reading"], version: row.version }, { state: "ready" });
}
