import { readCall } from "../../orders/index.ts";
import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx, Db } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { namesOf, type RubricRow } from "../../platform/rules/schema/rubric.ts";
import { suggest, suggestionsFor } from "../../platform/suggestions.ts";
import { findHead } from "../review/store-heads.ts";
import { decisionsOf } from "../review/store-words.ts";
import type { QaItem } from "../schema.ts";
import type { QaSuggestion } from "../schema-review.ts";
import { checkedRow } from "./checked-row.ts";
import { askAboutRows, RowsAnswer } from "./prompt.ts";

const maxOutputTokens = 2_000;

export const subjectOf = (callId: string): string => `qa:${callId}`;

/** Rows that a model may have a word on and that wait for a person. `known`: items that it, or a person, has had a word on. */
export function rowsToAsk(
  rows: readonly RubricRow[],
  items: readonly QaItem[],
  known: readonly { item: string }[],
): RubricRow[] {
  const isOpen = (row: RubricRow) => items.some((item) => item.row === row.row && item.verdict === "待人工");
  const isKnown = (row: RubricRow) => namesOf(row).some((name) => known.some(({ item }) => item === name));
  return rows.filter((row) => row.means === "模型建议人工确认" && isOpen(row) && !isKnown(row));
}

/** What a model suggested of items of the call, each until a person decides it. */
export const suggestionsOf = async (db: Db, callId: string): Promise<QaSuggestion[]> =>
  (await suggestionsFor(db, subjectOf(callId))).flatMap(({ what, candidates: [first], engineVersion }) =>
    first
      ? [
          {
            item: what,
            verdict: first.value as QaSuggestion["verdict"],
            why: first.why,
            utterances: first.evidence,
            modelId: engineVersion,
          },
        ]
      : [],
  );

/**
 * Asks the model about rows of the rubric that wait for a person (means 模型建议人工确认, S1 录音质检). What it says is kept beside the score and counts
 * nothing; an answer whose words are not in the call is dropped. Throws AppError `unavailable` without a model or when it is away, `bad_answer`,
 * `rate_limited`, `not_found`.
 */
export async function suggestRows(ctx: Ctx, callId: string): Promise<QaSuggestion[]> {
  authorize(ctx.actor, "score.review");
  const { row: score } = await findHead(ctx.db, ctx.actor, callId);
  if (!ctx.languageModel) throw new AppError("unavailable", "没有配置智能服务，请人工判定");
  const known = [...(await suggestionsOf(ctx.db, callId)), ...(await decisionsOf(ctx.db, callId))];
  const rows = rowsToAsk(ctx.rules.rubric.rows, score.items, known);
  if (rows.length > 0) await askModel(ctx, callId, rows);
  return suggestionsOf(ctx.db, callId);
}

async function askModel(ctx: Ctx, callId: string, rows: readonly RubricRow[]): Promise<void> {
  if (!ctx.languageModel) return;
  const { utterances } = await readCall(ctx.db, ctx.actor, callId);
  const { messages, key, hash } = askAboutRows(rows, utterances);
  const call = { purpose: "qa-rows", messages, schema: RowsAnswer, maxOutputTokens, signal: ctx.signal };
  const { value, modelId } = await ctx.languageModel.generate(call);
  const kept = rows.flatMap((row) => {
    const answer = value.rows.find((each) => each.row === row.row);
    const candidate = answer && checkedRow(answer, utterances, key);
    return candidate ? namesOf(row).map((item) => ({ item, candidate })) : [];
  });
  await ctx.inTransaction(async (tx) => {
    await suggest(
      tx,
      ctx,
      kept.map(({ item, candidate }) => ({
        subject: subjectOf(callId),
        what: item,
        candidates: [candidate],
        engine: "language-model",
        engineVersion: modelId,
        inputHash: hash,
      })),
    );
    record(tx, ctx, "qa.suggest", callId, { modelId, asked: rows.map(({ row }) => row), kept: kept.length });
  });
}
