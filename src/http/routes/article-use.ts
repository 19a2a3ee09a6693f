import { z } from "zod";
import { ArticleUse, ListUse, listArticleUse, readArticleUse, VersionUse } from "../../kb/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, responses, signedInRoute } from "../route.ts";

const tags = ["知识库"];

const list = signedInRoute("article.edit", {
  method: "get",
  path: "/api/article-use",
  tags,
  summary: "How the published articles were used and what readers said of them",
  request: { query: ListUse },
  responses: responses(z.object({ items: z.array(ArticleUse) }), "Those told most first", [
    "invalid",
    "unauthenticated",
    "forbidden",
  ]),
});

const read = signedInRoute("article.edit", {
  method: "get",
  path: "/api/articles/{id}/use",
  tags,
  summary: "How one article and each of its versions was used",
  request: { params: IdParam },
  responses: responses(VersionUse, "The figures of the last year", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
  ]),
});

export const articleUseRoutes = () =>
  signedInRoutes()
    .openapi(list, async (c) => c.json({ items: await listArticleUse(c.var.ctx, c.req.valid("query")) }, 200))
    .openapi(read, async (c) => c.json(await readArticleUse(c.var.ctx, c.req.valid("param").id), 200));
