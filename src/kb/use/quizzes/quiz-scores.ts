import { actorName, authorize } from "../../../platform/access.ts";
import type { Ctx } from "../../../platform/context.ts";
import type { QuizScore } from "./schema.ts";
import { scoresOf } from "./store.ts";

/** How each person did in training, most answers first. For editors. */
export async function listQuizScores(ctx: Ctx): Promise<({ name: string } & QuizScore)[]> {
  authorize(ctx.actor, "article.edit");
  return (await scoresOf(ctx.db)).map(({ name, answered, right }) => ({ name, answered, right }));
}

/** How one did oneself. */
export async function ownQuizScore(ctx: Ctx): Promise<QuizScore> {
  authorize(ctx.actor, "article.read");
  const [own] = await scoresOf(ctx.db, actorName(ctx.actor));
  return { answered: own?.answered ?? 0, right: own?.right ?? 0 };
}
