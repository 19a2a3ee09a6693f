import { callsWithRecording, recordingHead, recordingOfCall } from "../../orders/index.ts";
import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Ctx } from "../../platform/context.ts";
import type { ListQaCalls, QaCallHead, QaCallView } from "../schema-call.ts";
import type { Decision } from "../schema-review.ts";
import { countsOf } from "../score-row.ts";
import { rowsToAsk, suggestionsOf } from "../suggest/suggest-rows.ts";
import { isBlind, reviewerOf } from "./decide-items.ts";
import { settle } from "./settle.ts";
import { daysBetween } from "./span.ts";
import { countHeads, findHead, type HeadRow, selectHeads, versionsOf } from "./store-heads.ts";
import { blindCalls, tasksOfCall } from "./store-tasks.ts";
import { appealsOf, decisionsOf, notesOfCall, shownAppeal, shownDecision, shownNote } from "./store-words.ts";

function shownHead({ row, agent, team, appeals }: HeadRow, hasRecording: boolean): QaCallHead {
  return {
    id: row.callId,
    direction: row.direction,
    startedAt: toShanghaiIso(row.startedAt),
    agentId: row.agentId,
    agent,
    team,
    title: row.title,
    engineScore: row.score,
    score: row.finalScore,
    band: row.finalBand,
    risk: row.risk,
    riskWhy: row.riskWhy,
    deducted: row.deducted,
    pending: row.pending,
    decided: row.decided,
    reviewed: row.reviewedAt !== null,
    appeals,
    acknowledged: row.acknowledgedAt !== null,
    hasRecording,
    rulesVersion: row.rulesVersion,
  };
}

/** What the engine said of it, before anybody's word. */
const byEngine = (head: QaCallHead, { row: { score, band, items } }: HeadRow): QaCallHead => ({
  ...head,
  score,
  band,
  ...countsOf(items),
  decided: 0,
});

/**
 * Scored calls that the actor may see, the riskiest or the newest first, and how many there are in all. Where the reader has a blind task that is not
 * done, it is as the engine left it.
 */
export async function listQaCalls(ctx: Ctx, query: ListQaCalls): Promise<{ items: QaCallHead[]; total: number }> {
  authorize(ctx.actor, "score.read");
  const { order, limit, offset, from, to, ...rest } = query;
  const filter = { ...rest, ...daysBetween(from, to) };
  const rows = await selectHeads(ctx.db, ctx.actor, filter, { order, limit, offset });
  const heard = await callsWithRecording(
    ctx.db,
    rows.map(({ row }) => row.callId),
  );
  const blind = await blindCalls(ctx.db, reviewerOf(ctx).id);
  const total = await countHeads(ctx.db, ctx.actor, filter);
  const items = rows.map((each) => {
    const head = shownHead(each, heard.has(each.row.callId));
    return blind.has(head.id) ? byEngine(head, each) : head;
  });
  return { items, total };
}

/** Agents see what counts, not who practised on their call. */
const shownTo = (ctx: Ctx, decisions: readonly Decision[], isBlindNow: boolean): Decision[] => {
  const { id } = reviewerOf(ctx);
  if (isBlindNow) return decisions.filter(({ byId }) => byId === id);
  const isReviewer = ctx.actor.kind === "system" || ctx.actor.role === "qa";
  return decisions.filter(({ kind }) => isReviewer || kind !== "校准");
};

/** A scored call with everybody's word on it. Who read it is on record. Throws AppError `not_found`. */
export async function readQaCall(ctx: Ctx, id: string): Promise<QaCallView> {
  authorize(ctx.actor, "score.read");
  const { db, actor } = ctx;
  const head = await findHead(db, actor, id);
  const tasks = await tasksOfCall(db, id);
  const blind = isBlind(ctx, tasks);
  const decisions = shownTo(ctx, (await decisionsOf(db, id)).map(shownDecision), blind);
  const appeals = (await appealsOf(db, id)).map(shownAppeal);
  const notes = (await notesOfCall(db, id)).map(shownNote);
  const isReviewer = actor.kind === "system" || actor.role === "qa";
  const suggestions = isReviewer ? await suggestionsOf(db, id) : [];
  const mayAsk = isReviewer && ctx.languageModel !== null;
  const versions = await versionsOf(db, id);
  const recording = await recordingOfCall(db, id);
  await ctx.inTransaction(async (tx) => record(tx, ctx, "qa.read", id));
  const shown = shownHead(head, recording !== undefined);
  return {
    head: blind ? byEngine(shown, head) : shown,
    engine: { score: head.row.score, band: head.row.band },
    settled: settle(ctx.rules.rubric, head.row, decisions, appeals),
    decisions,
    appeals,
    notes,
    suggestions,
    askable: mayAsk ? rowsToAsk(ctx.rules.rubric.rows, head.row.items, [...suggestions, ...decisions]).length : 0,
    tasks: isReviewer ? tasks : [],
    versions: versions.map(({ scoredAt, replacedAt, ...rest }) => ({
      ...rest,
      scoredAt: toShanghaiIso(scoredAt),
      replacedAt: toShanghaiIso(replacedAt),
    })),
    recording: recording ? recordingHead(recording) : null,
    acknowledgedAt: head.row.acknowledgedAt && toShanghaiIso(head.row.acknowledgedAt),
  };
}
