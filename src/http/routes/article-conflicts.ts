import { z } from "zod";
import {
  type ConflictEntry,
  ConflictKind,
  DismissConflict,
  dismissConflict,
  findConflicts,
  listConflicts,
} from "../../kb/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, responses, signedInRoute } from "../route.ts";
import { isoOrNull } from "./article-shapes.ts";

const tags = ["知识编辑"];
const Side = z.object({ articleId: z.string(), title: z.string(), quote: z.string() });

const Conflict = z.object({
  id: z.string().nullable().describe("Null while it is only of the working copy"),
  kind: ConflictKind,
  a: Side,
  b: Side.nullable(),
  why: z.string(),
  similarity: z.number(),
  overlap: z.object({ from: z.string().nullable(), until: z.string().nullable() }).nullable(),
  dismissed: z.object({ byName: z.string(), at: z.string(), reason: z.string() }).nullable(),
});
const Conflicts = z.object({ items: z.array(Conflict) });

const list = signedInRoute("article.edit", {
  method: "get",
  path: "/api/articles/conflicts",
  tags,
  summary: "Duplicates and contradictions among what is published",
  responses: responses(Conflicts, "Not yet dismissed, newest first", ["unauthenticated", "forbidden"]),
});

const ofArticle = signedInRoute("article.edit", {
  method: "get",
  path: "/api/articles/{id}/conflicts",
  tags,
  summary: "What the working copy says like or against published articles",
  request: { params: IdParam },
  responses: responses(Conflicts, "Contradictions first", ["invalid", "unauthenticated", "forbidden", "not_found"]),
});

const dismiss = signedInRoute("article.edit", {
  method: "post",
  path: "/api/articles/conflicts/{id}/dismiss",
  tags,
  summary: "It is none, with a reason",
  request: { params: IdParam, body: jsonBody(DismissConflict) },
  responses: responses(Conflict, "The conflict", ["invalid", "unauthenticated", "forbidden", "not_found", "conflict"]),
});

const shownOverlap = (overlap: ConflictEntry["overlap"]) =>
  overlap && { from: isoOrNull(overlap.from), until: isoOrNull(overlap.until) };

const shown = (entry: ConflictEntry): z.infer<typeof Conflict> => ({
  id: entry.id,
  kind: entry.kind,
  a: { articleId: entry.articleId, title: entry.title, quote: entry.quote },
  b: entry.otherId ? { articleId: entry.otherId, title: entry.otherTitle ?? "", quote: entry.otherQuote ?? "" } : null,
  why: entry.why,
  similarity: entry.similarity,
  overlap: shownOverlap(entry.overlap),
  dismissed: entry.dismissedAt && {
    byName: entry.dismissedByName ?? "",
    at: isoOrNull(entry.dismissedAt) ?? "",
    reason: entry.dismissReason ?? "",
  },
});

export const articleConflictRoutes = () =>
  signedInRoutes()
    .openapi(list, async (c) => c.json({ items: (await listConflicts(c.var.ctx)).map(shown) }, 200))
    .openapi(ofArticle, async (c) => {
      const { id } = c.req.valid("param");
      const { title, items } = await findConflicts(c.var.ctx, id);
      const conflicts = items.map(({ quote, other, overlap, ...rest }) => ({
        id: null,
        ...rest,
        a: { articleId: id, title, quote },
        b: other && { articleId: other.articleId, title: other.title, quote: other.quote },
        overlap: shownOverlap(overlap),
        dismissed: null,
      }));
      return c.json({ items: conflicts }, 200);
    })
    .openapi(dismiss, async (c) =>
      c.json(shown(await dismissConflict(c.var.ctx, c.req.valid("param").id, c.req.valid("json"))), 200),
    );
