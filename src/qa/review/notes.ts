import { randomUUID } from "node:crypto";
import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { NewNote, Note } from "../schema-review.ts";
import { reviewerOf } from "./decide-items.ts";
import { findHead } from "./store-heads.ts";
import { insertNote, markSeen, type NoteRow, selectNotes, shownNote } from "./store-words.ts";

/** Keeps a word of advice for an agent, with the call and the moment it is about. Throws AppError `not_found`, `invalid` when the call is another seat's. */
export async function addNote(ctx: Ctx, input: NewNote): Promise<Note> {
  authorize(ctx.actor, "score.review");
  const { agentId, words, callId = null, item = null, utterance = null, atMs = null } = input;
  if (callId !== null && (await findHead(ctx.db, ctx.actor, callId)).row.agentId !== agentId)
    throw new AppError("invalid", "这通电话不是该坐席的");
  const by = reviewerOf(ctx);
  const row: NoteRow = {
    id: randomUUID(),
    agentId,
    callId,
    item,
    words,
    utterance,
    atMs,
    byId: by.id,
    by: by.name,
    at: ctx.now(),
    seenAt: null,
  };
  await ctx.inTransaction(async (tx) => {
    await insertNote(tx, row);
    record(tx, ctx, "qa.note", callId ?? agentId, { note: row.id });
  });
  return shownNote(row);
}

/** Notes that the actor may see, newest first. */
export async function listNotes(ctx: Ctx, agentId?: string): Promise<Note[]> {
  authorize(ctx.actor, "score.read");
  return (await selectNotes(ctx.db, ctx.actor, agentId)).map(shownNote);
}

/** The agent has read a note of the own seat. Throws AppError `not_found`. */
export async function seeNote(ctx: Ctx, id: string): Promise<Note> {
  authorize(ctx.actor, "score.answer");
  return ctx.inTransaction(async (tx) => {
    const row = await markSeen(tx, ctx.actor, id, ctx.now());
    record(tx, ctx, "qa.note.seen", id);
    return shownNote(row);
  });
}
