import type { Actor } from "../../platform/access.ts";
import { isEmbedded } from "../../platform/config.ts";
import type { Ctx } from "../../platform/context.ts";
import { twoPersonWhy } from "../lifecycle/two-person.ts";
import { mergePostings } from "../postings/keep-postings.ts";
import type { ImportReport } from "../schema.ts";
import { refreshStatistics } from "../search/refresh-statistics.ts";
import { finishIndexes } from "../store.ts";
import { compareArticles, type WantedState } from "./compare-articles.ts";
import type { ImportedArticle } from "./content-hash.ts";
import type { NumberedArticle } from "./read/reading.ts";
import { readImport } from "./read-import.ts";
import { RunOver } from "./run-over.ts";
import { prepareArticles, saveArticles } from "./save-articles.ts";
import { type ArticleImport, advanceImport } from "./store-imports.ts";
import { tellImport } from "./tell-import.ts";

/** A transaction holds up the embedded database for everybody: 20 passages take a third of a second. */
const atOnceEmbedded = 10;
const atOnceServer = 50;

/**
 * Takes the articles of a confirmed import in, batch by batch, each together with how far it is. The index of vectors stays: people search
 * meanwhile, and building it anew would hold up the embedded database for a minute.
 */
export async function takeIn(ctx: Ctx, row: ArticleImport): Promise<void> {
  const as = { ...ctx, actor: confirmer(row) };
  const atOnce = isEmbedded(ctx.config) ? atOnceEmbedded : atOnceServer;
  const state = { ...row, report: row.report ?? { created: 0, updated: 0, unchanged: 0, passages: 0 } };
  for await (const message of readImport(ctx, row, row.done)) {
    if (message.kind !== "batch") continue;
    const articles = message.items.flatMap((item) => ("fault" in item ? [] : [item]));
    for (let from = 0; from < articles.length; from += atOnce) {
      await takeBatch(as, state, articles.slice(from, from + atOnce));
      await mergePostings(as);
    }
  }
  await finishIndexes(ctx.db);
  await refreshStatistics(as);
  const done = { state: "done" as const, endedAt: ctx.now(), version: row.version + 1 };
  if (!(await advanceImport(ctx.db, row, done))) throw new RunOver();
}

type Running = ArticleImport & { report: ImportReport };

async function takeBatch(ctx: Ctx, row: Running, batch: readonly NumberedArticle[]): Promise<void> {
  const done = batch.at(-1)?.ordinal ?? row.done;
  const articles = batch.map(({ article, articleId }) => ({ ...article, articleId }));
  const compared = await compareArticles(ctx, articles, (article) => stateOf(ctx, article, row.publish));
  const changes = compared.filter(({ outcome }) => outcome !== "unchanged");
  const prepared = await prepareArticles(ctx, changes, (article) => stateOf(ctx, article, row.publish));
  const report = await ctx.inTransaction(async (tx) => {
    const saved = changes.length ? await saveArticles(tx, ctx, prepared) : null;
    const report = sum(row.report, saved, compared.length - changes.length);
    if (!(await advanceImport(tx, row, { done, report, updatedAt: ctx.now() }))) throw new RunOver();
    return report;
  });
  row.done = done;
  row.report = report;
  tellImport(ctx, row);
}

const sum = (before: ImportReport, saved: ImportReport | null, unchanged: number): ImportReport => ({
  created: before.created + (saved?.created ?? 0),
  updated: before.updated + (saved?.updated ?? 0),
  unchanged: before.unchanged + unchanged,
  passages: before.passages + (saved?.passages ?? 0),
});

/** What a person brings is checked by a second one where the rules say so. */
function stateOf({ rules }: Ctx, article: ImportedArticle, publish: boolean): WantedState {
  if (!publish) return "draft";
  return twoPersonWhy(rules, article) === null ? "published" : "checking";
}

/** The job acts for who confirmed it, so that records name that person. */
function confirmer({ confirmedBy, createdBy }: ArticleImport): Actor {
  const { id, name } = confirmedBy ?? createdBy;
  const userId = /^user:(.+)$/.exec(id)?.[1];
  return userId === undefined
    ? { kind: "system", job: "article-import" }
    : { kind: "user", userId, name, role: "editor", agentId: null, agency: null };
}
