import { ArticleInput, importArticles, learnBridge, rememberPair, searchArticles } from "../../src/kb/index.ts";
import { parseConfig } from "../../src/platform/config.ts";
import { type Ctx, systemCtx } from "../../src/platform/context.ts";
import { openServices } from "../../src/services.ts";
import type { Task } from "../define-task.ts";
import { readJsonLines } from "../run-verb.ts";
import { type KbAnswer, type KbQuestion, scoreKb } from "./score.ts";

const folder = "evals/kb";
const listed = 3;

/** Callers' questions put to a base of our own articles, which has learned from confirmed pairs; then without the bridge. */
export const kb: Task = {
  name: "kb",
  run: async () => {
    const questions = readJsonLines<KbQuestion>(`${folder}/questions.jsonl`);
    const answers = await askAll(questions);
    const unseen = questions.filter(({ split }) => split === "report");
    return { all: scoreKb(questions, answers), report: scoreKb(unseen, answers) };
  },
};

async function askAll(questions: readonly KbQuestion[]): Promise<Map<string, KbAnswer>> {
  const settings = { RULES_DIR: "rules", DATA_DIR: "memory://", LOG_LEVEL: "error" };
  const services = await openServices(parseConfig(settings), { queues: false });
  const ctx = systemCtx(services, "evals", new AbortController().signal, "evals");
  await fill(ctx);
  const plain = { ...ctx, config: { ...ctx.config, bridge: false } };
  const answers = new Map<string, KbAnswer>();
  for (const question of questions) {
    const { results, abstained } = await searchArticles(ctx, queryOf(question));
    const other = question.expected.length ? await searchArticles(plain, queryOf(question)) : null;
    answers.set(question.id, { found: idsOf(results), abstained, withoutBridge: idsOf(other?.results ?? []) });
  }
  await services.close();
  return answers;
}

async function fill(ctx: Ctx): Promise<void> {
  const articles = readJsonLines(`${folder}/articles.jsonl`).map((row) => ArticleInput.parse(row));
  await importArticles(ctx, { articles, publish: true });
  const { rows } = await ctx.pool.query<{ id: string; external_id: string }>("select id, external_id from articles");
  const ids = new Map(rows.map(({ id, external_id }) => [external_id, id]));
  for (const { text, article } of readJsonLines<{ text: string; article: string }>(`${folder}/pairs.jsonl`)) {
    const articleId = ids.get(article);
    if (articleId)
      await ctx.inTransaction((tx) => rememberPair(tx, ctx, { question: text, articleId, source: "evals" }));
  }
  await learnBridge(ctx);
}

const queryOf = ({ text, at, region }: KbQuestion) => ({ text, at, k: listed, ...(region ? { region } : {}) });

const idsOf = (results: readonly { externalId: string | null }[]): string[] =>
  results.flatMap(({ externalId }) => externalId ?? []);
