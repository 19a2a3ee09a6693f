import { z } from "zod";
import {
  AddNote,
  addComment,
  DiffPart,
  DiffSentence,
  diffVersions,
  listNotes,
  listVersions,
  parseSlots,
  readVersion,
  resolveComment,
} from "../../kb/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, plainText, responses, signedInRoute } from "../route.ts";
import { NoteBody, noteOf, VersionBody, VersionHead, versionBodyOf, versionHeadOf } from "./article-shapes.ts";

const tags = ["知识编辑"];
const number = z.coerce.number().int().min(1).max(1_000_000);
const side = z.union([z.literal("draft"), number]);

const list = signedInRoute("article.read", {
  method: "get",
  path: "/api/articles/{id}/versions",
  tags,
  summary: "What was published, newest first",
  request: { params: IdParam },
  responses: responses(z.object({ items: z.array(VersionHead) }), "Versions that one may read", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
  ]),
});

const read = signedInRoute("article.read", {
  method: "get",
  path: "/api/articles/{id}/versions/{number}",
  tags,
  summary: "One version word for word, also an old one",
  request: { params: IdParam.extend({ number }) },
  responses: responses(VersionBody, "The version", ["invalid", "unauthenticated", "forbidden", "not_found"]),
});

const Diff = z.object({
  from: z.union([z.literal("draft"), z.int()]),
  to: z.union([z.literal("draft"), z.int()]),
  fields: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      before: z.string(),
      after: z.string(),
      parts: z.array(DiffPart),
    }),
  ),
  body: z.array(DiffSentence),
  summary: z.string(),
});

const diff = signedInRoute("article.edit", {
  method: "get",
  path: "/api/articles/{id}/diff",
  tags,
  summary: "What changed between two versions, or to the working copy",
  request: { params: IdParam, query: z.object({ from: side, to: side }) },
  responses: responses(Diff, "By fields; the body by sentences, and words within a reworded one", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
  ]),
});

const notes = signedInRoute("article.edit", {
  method: "get",
  path: "/api/articles/{id}/notes",
  tags,
  summary: "What happened to an article and what was said of it, newest first",
  request: { params: IdParam },
  responses: responses(z.object({ items: z.array(NoteBody) }), "History and comments", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
  ]),
});

const comment = signedInRoute("article.edit", {
  method: "post",
  path: "/api/articles/{id}/notes",
  tags,
  summary: "Comment on an article, or on words of it",
  request: { params: IdParam, body: jsonBody(AddNote) },
  responses: responses(NoteBody, "The comment", ["invalid", "unauthenticated", "forbidden", "not_found"], 201),
});

const resolve = signedInRoute("article.edit", {
  method: "post",
  path: "/api/articles/{id}/notes/{noteId}/resolve",
  tags,
  summary: "A comment is dealt with",
  request: { params: IdParam.extend({ noteId: plainText(100) }) },
  responses: responses(NoteBody, "The comment", ["invalid", "unauthenticated", "forbidden", "not_found"]),
});

export const articleVersionRoutes = () =>
  signedInRoutes()
    .openapi(list, async (c) => {
      const versions = await listVersions(c.var.ctx, c.req.valid("param").id);
      return c.json({ items: versions.map(versionHeadOf) }, 200);
    })
    .openapi(read, async (c) => {
      const { id, number } = c.req.valid("param");
      const version = await readVersion(c.var.ctx, id, number);
      return c.json(versionBodyOf(version, parseSlots(version.body).slots), 200);
    })
    .openapi(diff, async (c) =>
      c.json(await diffVersions(c.var.ctx, c.req.valid("param").id, c.req.valid("query")), 200),
    )
    .openapi(notes, async (c) => {
      const items = await listNotes(c.var.ctx, c.req.valid("param").id);
      return c.json({ items: items.map(noteOf) }, 200);
    })
    .openapi(comment, async (c) => {
      const note = await addComment(c.var.ctx, c.req.valid("param").id, c.req.valid("json"));
      return c.json(noteOf(note), 201);
    })
    .openapi(resolve, async (c) => {
      const { id, noteId } = c.req.valid("param");
      return c.json(noteOf(await resolveComment(c.var.ctx, id, noteId)), 200);
    });
