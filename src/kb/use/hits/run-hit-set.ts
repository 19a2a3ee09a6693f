import { authorize } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import { toShanghaiIso } from "../../../platform/clock.ts";
import type { Ctx } from "../../../platform/context.ts";
import { searchArticles } from "../../search-articles.ts";
import { searchWords } from "../../words.ts";
import { scoreHits, totalsOf } from "./score-hits.ts";
import {
  findRun,
  type HitQuestionRow,
  type HitResultRow,
  insertResults,
  questionsIn,
  resultsOf,
  updateRun,
} from "./store.ts";

const asked = 10;
const keptAtOnce = 20;

/**
 * Asks every question of a run that waits, and keeps what was found with the sums. A run that was cut off goes on where it stopped;
 * one that is done stays as it is.
 */
export async function runHitSet(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorize(ctx.actor, "call.process");
  const run = await findRun(ctx.db, id);
  if (!run || run.state === "done" || run.state === "failed") return;
  await updateRun(ctx.db, id, { state: "running" });
  const known = new Set((await resultsOf(ctx.db, id)).map(({ questionId }) => questionId));
  const open = (await questionsIn(ctx.db, run.setId)).filter((question) => !known.has(question.id));
  for (let at = 0; at < open.length; at += keptAtOnce) {
    const rows: HitResultRow[] = [];
    for (const question of open.slice(at, at + keptAtOnce)) rows.push(await resultOf(ctx, id, question));
    await insertResults(ctx.db, rows);
  }
  const totals = totalsOf(await resultsOf(ctx.db, id));
  await ctx.inTransaction(async (tx) => {
    await updateRun(tx, id, { state: "done", finishedAt: ctx.now(), totals });
    record(tx, ctx, "hit_run.done", id, totals);
  });
}

async function resultOf(ctx: Ctx, runId: string, question: HitQuestionRow): Promise<HitResultRow> {
  const { id: questionId, ord, text, expected, at } = question;
  const found = await searchArticles(ctx, { text, k: asked, at: toShanghaiIso(at ?? ctx.now()) });
  return { runId, questionId, ord, text, expected, ...scoreHits(expected, found, searchWords(text)) };
}

/** Says why a run could not be done. */
export async function giveUpHitRun(ctx: Ctx, { id }: { id: string }, reason: string): Promise<void> {
  authorize(ctx.actor, "call.process");
  await ctx.inTransaction(async (tx) => {
    await updateRun(tx, id, { state: "failed", finishedAt: ctx.now(), failure: reason });
    record(tx, ctx, "hit_run.fail", id);
  });
}
