import { articlesApi } from "../../../api-articles.ts";
import { knowledgeApi } from "../../../api-knowledge.ts";
import type { Article } from "../../../types-articles.ts";
import type { Gap, GapDetail } from "../../../types-knowledge.ts";

/** A draft that begins with how the question was asked. The gap knows it, and stays open until its editor says otherwise. */
export async function writeFrom({ id, question }: Gap, asked: GapDetail["asked"]): Promise<Article> {
  const wordings = [...new Set([question, ...asked.map((each) => each.question)])];
  const body = `市民这样问（写好后删去这几行）：\n${wordings.map((words) => `- ${words}`).join("\n")}`;
  const article = await articlesApi.create({ title: question, body });
  await knowledgeApi.decideGap(id, { state: "open", articleId: article.id });
  return article;
}
