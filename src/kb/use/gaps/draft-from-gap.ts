import { authorize } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import { asOne, type Ctx } from "../../../platform/context.ts";
import { notFound } from "../../../platform/errors.ts";
import { createArticle } from "../../lifecycle/create-article.ts";
import { findGap, questionsOf, updateGap } from "./store.ts";

const titleChars = 100;
const wordingsKept = 10;

/**
 * Begins an article that is to answer a gap: the question as its title, the masked wordings as what to write about. The gap stays
 * open until the article is published and an editor says so. Throws AppError `not_found`.
 */
export async function draftFromGap(ctx: Ctx, id: string): Promise<{ articleId: string }> {
  authorize(ctx.actor, "article.edit");
  const gap = await findGap(ctx.db, id);
  if (!gap) throw notFound("缺口");
  const wordings = [...new Set((await questionsOf(ctx.db, id)).map(({ question }) => question))].slice(0, wordingsKept);
  return asOne(ctx, async (one) => {
    const { id: articleId } = await createArticle(one, {
      title: gap.question.slice(0, titleChars),
      body: `（请写明答复。来电人这样问：）\n${wordings.map((each) => `- ${each}`).join("\n")}`,
    });
    await updateGap(one.db, id, { articleId });
    record(one.db, one, "gap.draft", id, { articleId });
    return { articleId };
  });
}
