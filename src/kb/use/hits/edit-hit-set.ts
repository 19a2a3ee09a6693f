import { randomUUID } from "node:crypto";
import { actorName, authorize } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import type { Ctx, Db } from "../../../platform/context.ts";
import { AppError, notFound } from "../../../platform/errors.ts";
import { readHitSet } from "./read-hit-sets.ts";
import type { ChangeHitSet, CreateHitSet, HitQuestionInput, HitSetDetail } from "./schema.ts";
import { findSet, type HitQuestionRow, insertSet, namedArticles, replaceQuestions, updateSet } from "./store.ts";

/** Keeps a set of questions with the articles that must be found. Throws AppError `invalid` for an article that is not there. */
export async function createHitSet(ctx: Ctx, input: CreateHitSet): Promise<HitSetDetail> {
  authorize(ctx.actor, "article.edit");
  const id = randomUUID();
  await ctx.inTransaction(async (tx) => {
    const row = { id, name: input.name, version: 1, createdBy: actorName(ctx.actor), updatedAt: ctx.now() };
    await insertSet(tx, row);
    await replaceQuestions(tx, id, await rowsOf(tx, id, input.questions));
    record(tx, ctx, "hit_set.create", id, { questions: input.questions.length });
  });
  return readHitSet(ctx, id);
}

/**
 * Changes a set as it stood at `version`. A question that keeps its id is the same question in the diff of two runs. Throws AppError
 * `not_found`, `conflict` with the set as it stands, `invalid` for an article that is not there.
 */
export async function changeHitSet(ctx: Ctx, id: string, input: ChangeHitSet): Promise<HitSetDetail> {
  authorize(ctx.actor, "article.edit");
  if (!(await findSet(ctx.db, id))) throw notFound("测试集");
  const isChanged = await ctx.inTransaction(async (tx) => {
    const isFirst = await updateSet(tx, id, input.version, { name: input.name, updatedAt: ctx.now() });
    if (!isFirst) return false;
    await replaceQuestions(tx, id, await rowsOf(tx, id, input.questions));
    record(tx, ctx, "hit_set.change", id, { questions: input.questions.length });
    return true;
  });
  const present = await readHitSet(ctx, id);
  if (!isChanged) throw new AppError("conflict", "测试集已被别人改过，请看现在的内容", { present });
  return present;
}

async function rowsOf(tx: Db, setId: string, questions: readonly HitQuestionInput[]): Promise<HitQuestionRow[]> {
  const known = await namedArticles(tx, [...new Set(questions.flatMap(({ expected }) => expected))]);
  const idOf = new Map(known.flatMap(({ id, externalId }) => [[id, id] as const, [externalId ?? id, id] as const]));
  const taken = new Set<string>();
  return questions.map(({ id, text, expected, at }, ord) => {
    const own = id && !taken.has(id) ? `${setId}/${id.replace(`${setId}/`, "")}` : `${setId}/${randomUUID()}`;
    if (id) taken.add(id);
    const ids = expected.map((name) => {
      const article = idOf.get(name);
      if (!article) throw new AppError("invalid", `第 ${ord + 1} 个问题：知识 ${name} 不存在`);
      return article;
    });
    return { id: own, setId, ord, text, expected: [...new Set(ids)], at: at === null ? null : new Date(at) };
  });
}
