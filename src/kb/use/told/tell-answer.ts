import { createHash, randomUUID } from "node:crypto";
import { readCall } from "../../../orders/index.ts";
import { actorName, authorize, displayName } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import type { Ctx } from "../../../platform/context.ts";
import { AppError } from "../../../platform/errors.ts";
import { decide, suggest } from "../../../platform/suggestions.ts";
import { rememberPair } from "../../search/learn-bridge.ts";
import type { TellAnswer, Told } from "./schema.ts";
import { findShownVersion } from "./shown-version.ts";
import { insertTold, lastShown, type ToldRow } from "./store.ts";
import { toldView } from "./told-view.ts";

/**
 * Keeps a person's word that this passage of this version was told to the caller: who, when, after which words. Told twice is
 * told once. Throws AppError `not_found` for a call out of sight or a version nobody was shown, `invalid` for words that are not
 * in it.
 */
export async function tellAnswer(ctx: Ctx, callId: string, input: TellAnswer): Promise<Told> {
  authorize(ctx.actor, "answer.tell");
  const { utterances } = await readCall(ctx.db, ctx.actor, callId);
  const version = await findShownVersion(ctx, input.articleId, input.version);
  if (!version.body.includes(input.quote)) throw new AppError("invalid", "这段话不在该版本的知识里，请刷新后再试");
  const question = (await lastShown(ctx.db, callId))?.question ?? null;
  const row: ToldRow = {
    id: randomUUID(),
    callId,
    articleId: input.articleId,
    version: input.version,
    title: version.title,
    quote: input.quote,
    text: input.text ?? input.quote,
    question,
    utterance: utterances.at(-1)?.i ?? null,
    by: actorName(ctx.actor),
    byName: displayName(ctx.actor),
    at: ctx.now(),
    undoneAt: null,
  };
  const told = await ctx.inTransaction(async (tx) => {
    const { told: kept, isNew } = await insertTold(tx, row);
    if (!isNew) return kept;
    if (question) await rememberPair(tx, ctx, { question, articleId: row.articleId, source: "told" });
    const subject = `call:${callId}`;
    const [value, what] = [decidedValue(row), suggestionOf(row)];
    await suggest(tx, ctx, [
      {
        subject,
        what,
        candidates: [{ value, confidence: 1, why: version.title, evidence: [] }],
        engine: "rules",
        engineVersion: ctx.embedder.id,
        inputHash: createHash("sha256")
          .update(question ?? "")
          .digest("hex"),
      },
    ]);
    await decide(tx, ctx, { subject, what, value });
    record(tx, ctx, "answer.tell", callId, { articleId: row.articleId, version: row.version, told: kept.id });
    return kept;
  });
  return toldView(ctx.actor, told);
}

/** The value that a decision on this answer has, and its name among the suggestions of the call. */
export const decidedValue = ({ articleId, version }: Pick<ToldRow, "articleId" | "version">): string =>
  `${articleId}@${version}`;
export const suggestionOf = (row: Pick<ToldRow, "articleId" | "version">): string => `answer:${decidedValue(row)}`;
