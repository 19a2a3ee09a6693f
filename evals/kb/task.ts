import { ArticleInput, importArticles, learnBridge, rememberPair, searchArticles } from "../../src/kb/index.ts";
import { parseConfig } from "../../src/platform/config.ts";
import { type Ctx, systemCtx } from "../../src/platform/context.ts";
import { openServices } from "../../src/services.ts";
import type { Task } from "../define-task.ts";
import { readJsonLines } from "../run-verb.ts";
import { type KnownQuestions, type Pair, pairsUpTo, readKnown, readQuestions } from "./known-questions.ts";
import { type KbAnswer, type KbFound, type KbQuestion, scoreKb } from "./score.ts";

const listed = 3;
/** Confirmed questions an article: at first, after a day, a month, a quarter; then all there are. */
const sizes = [0, 1, 3, 8];

/**
 * Callers' questions put to a base of our own articles: with the bridge alone, then with more and more confirmed questions an article, and
 * with nothing learned and no bridge.
 */
export const kb: Task = {
  name: "kb",
  run: async () => {
    const questions = readQuestions();
    const known = readKnown(questions);
    process.stderr.write(
      `kb: ${known.pairs.length} confirmed questions, ${known.gaps.length} without an article; ${known.dropped} dropped as equal to a question\n`,
    );
    const answers = await askAll(questions, known);
    const unseen = questions.filter(({ split }) => split === "report");
    return { all: scoreKb(questions, answers), report: scoreKb(unseen, answers) };
  },
};

async function askAll(questions: readonly KbQuestion[], known: KnownQuestions): Promise<Map<string, KbAnswer>> {
  const settings = { RULES_DIR: "rules", DATA_DIR: "memory://", LOG_LEVEL: "error" };
  const services = await openServices(parseConfig(settings), { queues: false });
  const ctx = systemCtx(services, "evals", new AbortController().signal, "evals");
  const ids = await fill(ctx);
  const answerable = questions.filter(({ expected }) => expected.length > 0);
  const plain = await ask({ ...ctx, config: { ...ctx.config, bridge: false } }, answerable);
  const bySize = new Map<number, Map<string, KbFound>>();
  for (const size of sizes) {
    if (size)
      await confirm(
        ctx,
        ids,
        pairsUpTo(known.pairs, () => size),
        known.gaps,
      );
    bySize.set(size, await ask(ctx, questions));
  }
  await confirm(ctx, ids, known.pairs, []);
  const all = await ask(ctx, questions);
  await services.close();
  const answerOf = ({ id }: KbQuestion): KbAnswer => ({
    ...(all.get(id) ?? nothing),
    withoutBridge: plain.get(id)?.found ?? [],
    bySize: Object.fromEntries([...bySize].map(([size, found]) => [size, found.get(id) ?? nothing])),
  });
  return new Map(questions.map((question) => [question.id, answerOf(question)]));
}

const nothing: KbFound = { found: [], abstained: false };

async function ask(ctx: Ctx, questions: readonly KbQuestion[]): Promise<Map<string, KbFound>> {
  const answers = new Map<string, KbFound>();
  for (const question of questions) {
    const { results, abstained } = await searchArticles(ctx, queryOf(question));
    answers.set(question.id, { found: results.flatMap(({ externalId }) => externalId ?? []), abstained });
  }
  return answers;
}

/** The ids of our articles by external id. */
async function fill(ctx: Ctx): Promise<Map<string, string>> {
  const articles = readJsonLines("evals/kb/articles.jsonl").map((row) => ArticleInput.parse(row));
  await importArticles(ctx, { articles, publish: true });
  const { rows } = await ctx.pool.query<{ id: string; external_id: string }>("select id, external_id from articles");
  return new Map(rows.map(({ id, external_id }) => [external_id, id]));
}

/** The office confirms these, its editors want no article for the gaps, and search learns from both. */
async function confirm(ctx: Ctx, ids: ReadonlyMap<string, string>, pairs: readonly Pair[], gaps: readonly string[]) {
  await ctx.inTransaction(async (tx) => {
    for (const { text, article } of pairs) {
      const articleId = ids.get(article);
      if (articleId) await rememberPair(tx, ctx, { question: text, articleId, source: "evals" });
    }
  });
  await ctx.pool.query(
    `insert into gaps (id, state, question, questions, calls, first_at, last_at, decided_at)
      select text, 'dismissed', text, 1, 0, now(), now(), now() from unnest($1::text[]) text on conflict do nothing`,
    [gaps],
  );
  await ctx.pool.query(
    `insert into gap_questions (id, gap_id, source, question, at, once_key)
      select text, text, 'search', text, now() - interval '1 day', text from unnest($1::text[]) text on conflict do nothing`,
    [gaps],
  );
  await learnBridge(ctx);
}

const queryOf = ({ text, at, region }: KbQuestion) => ({ text, at, k: listed, ...(region ? { region } : {}) });
