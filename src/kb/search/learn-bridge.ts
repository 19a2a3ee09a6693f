import { createHash } from "node:crypto";
import { authorize } from "../../platform/access.ts";
import type { Ctx, Db } from "../../platform/context.ts";
import { mask } from "../../platform/mask.ts";
import { searchWords } from "../words.ts";
import { learnAsked } from "./asked/learn-asked.ts";
import { packAsked } from "./asked/packed.ts";
import { countKnown, deletePair, insertPair, saveLearned, selectPairs, selectUnwritten } from "./store.ts";
import { learnLinks } from "./translate.ts";
import { packLinks } from "./word-links.ts";

/** `articleId` answers `question`; `source`: told, quiz, import or what else it is known from. */
export type AnswerPair = { question: string; articleId: string; source: string };

/** Keeps a confirmed answer for the bridge to learn from, in the caller's transaction. The same pair again is the same row. */
export async function rememberPair(tx: Db, ctx: Pick<Ctx, "now">, pair: AnswerPair): Promise<void> {
  const question = mask(pair.question).text;
  await insertPair(tx, { ...pair, id: idOf(pair.articleId, question), question, addedAt: ctx.now() });
}

/** What was only known by a word that was taken back is learned from no more; what is known from elsewhere stays. */
export async function forgetPair(tx: Db, { question, articleId, source }: AnswerPair): Promise<void> {
  await deletePair(tx, idOf(articleId, mask(question).text), source);
}

const idOf = (articleId: string, question: string): string =>
  createHash("sha256").update(`${articleId}\0${question}`).digest("hex");

/**
 * Learns anew from all confirmed pairs, newest first: which official words answer which words of callers, and what each article was
 * asked as; beside them the questions for which an editor decided that no article is to be written. Seconds for ten thousand.
 */
export async function learnBridge(ctx: Ctx): Promise<{ pairs: number; words: number }> {
  authorize(ctx.actor, "article.edit");
  const learnedAt = ctx.now();
  const known = await countKnown(ctx.db);
  const pairs = await selectPairs(ctx.db);
  const links = learnLinks(
    pairs.map(({ question, title }) => ({ said: searchWords(question), official: searchWords(title) })),
  );
  const asked = await learnAsked([...pairs, ...(await selectUnwritten(ctx.db))], ctx.rules);
  await ctx.inTransaction(async (tx) => {
    await saveLearned(tx, { id: "asked", rows: known, content: packAsked(asked), learnedAt });
    await saveLearned(tx, { id: "links", rows: known, content: packLinks(links), learnedAt });
  });
  return { pairs: pairs.length, words: links.size };
}
