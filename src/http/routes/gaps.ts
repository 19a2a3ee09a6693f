import { z } from "zod";
import { DecideGap, decideGap, draftFromGap, Gap, GapDetail, ListGaps, listGaps, readGap } from "../../kb/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, responses, signedInRoute } from "../route.ts";

const tags = ["知识库"];
const faults = ["invalid", "unauthenticated", "forbidden", "not_found"] as const;

const list = signedInRoute("article.edit", {
  method: "get",
  path: "/api/gaps",
  tags,
  summary: "What was asked and nobody could answer, the same questions as one, most calls first",
  request: { query: ListGaps },
  responses: responses(z.object({ items: z.array(Gap) }), "Gaps, masked", ["invalid", "unauthenticated", "forbidden"]),
});

const read = signedInRoute("article.edit", {
  method: "get",
  path: "/api/gaps/{id}",
  tags,
  summary: "A gap with its questions and calls",
  request: { params: IdParam },
  responses: responses(GapDetail, "The gap, masked", faults),
});

const decide = signedInRoute("article.edit", {
  method: "post",
  path: "/api/gaps/{id}/decide",
  tags,
  summary: "Answered by an article, dismissed, or open again",
  request: { params: IdParam, body: jsonBody(DecideGap) },
  responses: responses(Gap, "The gap as it stands", faults),
});

const draft = signedInRoute("article.edit", {
  method: "post",
  path: "/api/gaps/{id}/article",
  tags,
  summary: "Begin an article that is to answer the gap",
  request: { params: IdParam, body: jsonBody(z.strictObject({})) },
  responses: responses(z.object({ articleId: z.string() }), "The draft", faults),
});

export const gapRoutes = () =>
  signedInRoutes()
    .openapi(list, async (c) => c.json({ items: await listGaps(c.var.ctx, c.req.valid("query")) }, 200))
    .openapi(read, async (c) => c.json(await readGap(c.var.ctx, c.req.valid("param").id), 200))
    .openapi(decide, async (c) => c.json(await decideGap(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200))
    .openapi(draft, async (c) => c.json(await draftFromGap(c.var.ctx, c.req.valid("param").id), 200));
