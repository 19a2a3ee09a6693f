import { z } from "zod";
import {
  DecideFeedback,
  decideFeedback,
  Feedback,
  GiveFeedback,
  giveFeedback,
  ListFeedback,
  listFeedback,
} from "../../kb/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, responses, signedInRoute } from "../route.ts";

const tags = ["知识库"];

const give = signedInRoute("article.feedback", {
  method: "post",
  path: "/api/feedback",
  tags,
  summary: "One click about an article: 有用, 没用, 有误, or that there is none (缺失); the same again is the same row",
  request: { body: jsonBody(GiveFeedback) },
  responses: responses(Feedback, "Kept for the editors, the caller's words masked", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
  ]),
});

const list = signedInRoute("article.edit", {
  method: "get",
  path: "/api/feedback",
  tags,
  summary: "What readers said about articles, newest first",
  request: { query: ListFeedback },
  responses: responses(z.object({ items: z.array(Feedback) }), "Feedback", ["invalid", "unauthenticated", "forbidden"]),
});

const decide = signedInRoute("article.edit", {
  method: "post",
  path: "/api/feedback/{id}/decide",
  tags,
  summary: "An editor's word on what a reader said",
  request: { params: IdParam, body: jsonBody(DecideFeedback) },
  responses: responses(Feedback, "The feedback as it stands", ["invalid", "unauthenticated", "forbidden", "not_found"]),
});

export const feedbackRoutes = () =>
  signedInRoutes()
    .openapi(give, async (c) => c.json(await giveFeedback(c.var.ctx, c.req.valid("json")), 200))
    .openapi(list, async (c) => c.json({ items: await listFeedback(c.var.ctx, c.req.valid("query")) }, 200))
    .openapi(decide, async (c) =>
      c.json(await decideFeedback(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
    );
