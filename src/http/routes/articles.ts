import { z } from "zod";
import {
  type Article,
  ArticleKind,
  ArticleState,
  getArticle,
  listArticles,
  SearchQuery,
  SearchResult,
  searchForReader,
} from "../../kb/index.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, plainText, responses, signedInRoute } from "../route.ts";

const tags = ["知识库"];

const Head = z.object({
  id: z.string(),
  externalId: z.string().nullable(),
  title: z.string(),
  kind: ArticleKind,
  state: ArticleState,
  agency: z.string().nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  updatedAt: z.string(),
});

const Full = Head.extend({
  body: z.string(),
  legalBasis: z.string().nullable(),
  region: z.string().nullable(),
  audience: z.string().nullable(),
  item: z.string().nullable(),
  version: z.int(),
});

const list = signedInRoute("article.read", {
  method: "get",
  path: "/api/articles",
  tags,
  summary: "Articles one may see, newest change first",
  request: {
    query: z.object({
      state: ArticleState.optional(),
      title: plainText(300).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: responses(z.object({ items: z.array(Head) }), "Articles without their bodies", [
    "invalid",
    "unauthenticated",
    "forbidden",
  ]),
});

const search = signedInRoute("article.read", {
  method: "get",
  path: "/api/articles/search",
  tags,
  summary: "Published articles that answer a question at a moment",
  request: {
    query: z.object({
      text: plainText(2_000),
      k: z.coerce.number().int().min(1).max(100).default(10),
      at: SearchQuery.shape.at.optional().describe("The moment the answer must hold; now when absent"),
      region: plainText(100).optional(),
    }),
  },
  responses: responses(SearchResult, "Best first; `abstained` when the base has no answer", [
    "invalid",
    "unauthenticated",
    "forbidden",
  ]),
});

const read = signedInRoute("article.read", {
  method: "get",
  path: "/api/articles/{id}",
  tags,
  summary: "One article with its body",
  request: { params: IdParam },
  responses: responses(Full, "The article", ["invalid", "unauthenticated", "forbidden", "not_found"]),
});

const isoOrNull = (moment: Date | null) => moment && toShanghaiIso(moment);

const headOf = (article: Article): z.infer<typeof Head> => ({
  id: article.id,
  externalId: article.externalId,
  title: article.title,
  kind: article.kind,
  state: article.state,
  agency: article.agency,
  validFrom: isoOrNull(article.validFrom),
  validUntil: isoOrNull(article.validUntil),
  updatedAt: toShanghaiIso(article.updatedAt),
});

const fullOf = (article: Article): z.infer<typeof Full> => ({
  ...headOf(article),
  body: article.body,
  legalBasis: article.legalBasis,
  region: article.region,
  audience: article.audience,
  item: article.item,
  version: article.version,
});

export const articleRoutes = () =>
  signedInRoutes()
    .openapi(list, async (c) => {
      const { state, title, limit } = c.req.valid("query");
      const filter = { limit, ...(state ? { state } : {}), ...(title ? { title } : {}) };
      return c.json({ items: (await listArticles(c.var.ctx, filter)).map(headOf) }, 200);
    })
    .openapi(search, async (c) => {
      const { text, k, at, region } = c.req.valid("query");
      const query = { text, k, at: at ?? toShanghaiIso(c.var.ctx.now()), region: region ?? null };
      return c.json(await searchForReader(c.var.ctx, query), 200);
    })
    .openapi(read, async (c) => c.json(fullOf(await getArticle(c.var.ctx, c.req.valid("param"))), 200));
