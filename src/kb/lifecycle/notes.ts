import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { findArticle } from "../store.ts";
import type { AddNote } from "./schema.ts";
import { insertNote, type Note, notesOf, resolveNote } from "./store.ts";

/** What happened to an article and what was said of it, newest first. Throws AppError `not_found`, `forbidden`. */
export async function listNotes(ctx: Ctx, id: string): Promise<Note[]> {
  authorize(ctx.actor, "article.edit");
  await findArticle(ctx.db, ctx.actor, id, ctx.now());
  return notesOf(ctx.db, id);
}

/** A comment on an article, or on words of it. Throws AppError `not_found`, `forbidden`. */
export async function addComment(ctx: Ctx, id: string, input: AddNote): Promise<Note> {
  authorize(ctx.actor, "article.edit");
  const { publishedVersion } = await findArticle(ctx.db, ctx.actor, id, ctx.now());
  return ctx.inTransaction(async (tx) => {
    const note = await insertNote(tx, ctx, id, {
      kind: "comment",
      text: input.text,
      quote: input.quote ?? null,
      number: publishedVersion,
    });
    record(tx, ctx, "article.comment", id, { note: note.id });
    return note;
  });
}

/** A comment is dealt with. Throws AppError `not_found`, `forbidden`. */
export async function resolveComment(ctx: Ctx, id: string, noteId: string): Promise<Note> {
  authorize(ctx.actor, "article.edit");
  return ctx.inTransaction(async (tx) => {
    const note = await resolveNote(tx, ctx, id, noteId);
    record(tx, ctx, "article.resolve_comment", id, { note: noteId });
    return note;
  });
}
