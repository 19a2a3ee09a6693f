import { authorize } from "../../../platform/access.ts";
import type { Ctx } from "../../../platform/context.ts";
import { notFound } from "../../../platform/errors.ts";
import { questionView, runHead } from "./hit-view.ts";
import type { HitSet, HitSetDetail } from "./schema.ts";
import { findSet, latestRuns, questionsIn, runsOf, selectSets } from "./store.ts";

/** The saved sets of questions, each with its newest run. */
export async function listHitSets(ctx: Ctx): Promise<HitSet[]> {
  authorize(ctx.actor, "article.edit");
  const runs = new Map((await latestRuns(ctx.db)).map((run) => [run.setId, run]));
  return (await selectSets(ctx.db)).map(({ id, name, version, questions }) => {
    const run = runs.get(id);
    return { id, name, version, questions: Number(questions), latest: run ? runHead(run) : null };
  });
}

/** One set with its questions and newest runs. Throws AppError `not_found`. */
export async function readHitSet(ctx: Ctx, id: string): Promise<HitSetDetail> {
  authorize(ctx.actor, "article.edit");
  const set = await findSet(ctx.db, id);
  if (!set) throw notFound("测试集");
  const questionList = (await questionsIn(ctx.db, id)).map(questionView);
  const runs = (await runsOf(ctx.db, id)).map(runHead);
  const { name, version } = set;
  return { id, name, version, questions: questionList.length, latest: runs[0] ?? null, questionList, runs };
}
