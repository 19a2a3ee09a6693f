import { authorize } from "../../../platform/access.ts";
import type { Ctx } from "../../../platform/context.ts";
import { notFound } from "../../../platform/errors.ts";
import { runHead } from "./hit-view.ts";
import type { HitRun } from "./schema.ts";
import { diffRuns } from "./score-hits.ts";
import { findRun, namedArticles, resultsOf, runBefore } from "./store.ts";

/** A run with what it found, and who gained and lost against the run before. Throws AppError `not_found`. */
export async function readHitRun(ctx: Ctx, id: string): Promise<HitRun> {
  authorize(ctx.actor, "article.edit");
  const run = await findRun(ctx.db, id);
  if (!run) throw notFound("测试结果");
  const results = await resultsOf(ctx.db, id);
  const previous = await runBefore(ctx.db, run);
  const earlier = previous ? await resultsOf(ctx.db, previous.id) : [];
  const before = new Map(earlier.map((result) => [result.questionId, result]));
  const titles = await namedArticles(ctx.db, [...new Set(results.flatMap(({ expected }) => expected))]);
  const titleOf = new Map(titles.map(({ id, title }) => [id, title]));
  return {
    ...runHead(run),
    previousId: previous?.id ?? null,
    diff: diffRuns(earlier, results),
    results: results.map(({ runId: _, ord: __, questionId, expected, ...result }) => {
      const was = before.get(questionId);
      return {
        ...result,
        questionId,
        expected: expected.map((articleId) => ({ articleId, title: titleOf.get(articleId) ?? null })),
        before: was ? { ok: was.ok, rank: was.rank } : null,
      };
    }),
  };
}
