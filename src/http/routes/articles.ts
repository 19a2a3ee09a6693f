import { z } from "zod";
import {
  type Article,
  ArticleKind,
  ArticleState,
  countDesk,
  listArticles,
  listBulletins,
  listFacets,
  readArticle,
  readVectors,
  SearchQuery,
  SearchResult,
  searchForReader,
  VectorsView,
} from "../../kb/index.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import { AppError } from "../../platform/errors.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, plainText, responses, signedInRoute } from "../route.ts";
import { ArticleBody, ArticleHead, bodyOf, headOf, isoOrNull } from "./article-shapes.ts";

const tags = ["知识库"];
const yes = z.enum(["true"]).optional();

const list = signedInRoute("article.read", {
  method: "get",
  path: "/api/articles",
  tags,
  summary: "Articles one may see, newest change first",
  request: {
    query: z.object({
      state: ArticleState.optional(),
      kind: ArticleKind.optional(),
      title: plainText(300).optional(),
      agency: plainText(100).optional(),
      item: plainText(100).optional(),
      region: plainText(100).optional(),
      bulletin: yes,
      due: yes.describe("Published, and due to be looked at again"),
      mine: yes.describe("One is an author of"),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      after: plainText(300).optional().describe("`next` of the page before"),
    }),
  },
  responses: responses(
    z.object({ items: z.array(ArticleHead), next: z.string().nullable() }),
    "Articles without their bodies",
    ["invalid", "unauthenticated", "forbidden"],
  ),
});

const vectors = signedInRoute("article.edit", {
  method: "get",
  path: "/api/articles/vectors",
  tags,
  summary: "Of which embedder the vectors are, and how far those of another one are that will take their place",
  responses: responses(VectorsView, "Passages with their vector, by set", ["unauthenticated", "forbidden"]),
});

const counts = signedInRoute("article.edit", {
  method: "get",
  path: "/api/articles/counts",
  tags,
  summary: "How many articles wait for what",
  responses: responses(z.record(z.string(), z.int()), "By state; `due` for a look, `expiring` in seven days", [
    "unauthenticated",
    "forbidden",
  ]),
});

const names = z.array(z.string());
const facets = signedInRoute("article.read", {
  method: "get",
  path: "/api/articles/facets",
  tags,
  summary: "The names that articles have in their fields, for lists to choose from",
  responses: responses(
    z.object({ agencies: names, items: names, regions: names, audiences: names }),
    "Of the articles one may see",
    ["unauthenticated", "forbidden"],
  ),
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
  summary: "One article: the working copy for editors, what is shown now for all others",
  request: { params: IdParam },
  responses: responses(ArticleBody, "The article", ["invalid", "unauthenticated", "forbidden", "not_found"]),
});

const Bulletin = z.object({
  articleId: z.string(),
  version: z.int(),
  title: z.string(),
  body: z.string(),
  agency: z.string().nullable(),
  region: z.string().nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
});

const bulletins = signedInRoute("article.read", {
  method: "get",
  path: "/api/bulletins",
  tags,
  summary: "Outages and other bulletins that hold now, newest first",
  responses: responses(z.object({ items: z.array(Bulletin) }), "What everybody should know", [
    "unauthenticated",
    "forbidden",
  ]),
});

const Cursor = z.object({ updatedAt: SearchQuery.shape.at, id: z.string() });

const cursorOf = (article: Article | undefined): string | null =>
  article
    ? Buffer.from(JSON.stringify({ updatedAt: article.updatedAt.toISOString(), id: article.id })).toString("base64url")
    : null;

function readCursor(after: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(after, "base64url").toString("utf8")));
  } catch (cause) {
    throw new AppError("invalid", "after 不是上一页给出的 next", { cause });
  }
}

export const articleRoutes = () =>
  signedInRoutes()
    .openapi(list, async (c) => {
      const { bulletin, due, mine, after, ...filter } = c.req.valid("query");
      const marks = {
        ...(bulletin ? { bulletin: true } : {}),
        ...(due ? { due: true } : {}),
        ...(mine ? { mine: true } : {}),
      };
      const page = after ? { after: readCursor(after) } : {};
      const rows = await listArticles(c.var.ctx, { ...filter, ...marks, ...page });
      const now = c.var.ctx.now();
      const next = rows.length === filter.limit ? cursorOf(rows.at(-1)) : null;
      return c.json({ items: rows.map((row) => headOf(row, now)), next }, 200);
    })
    .openapi(vectors, async (c) => c.json(await readVectors(c.var.ctx), 200))
    .openapi(counts, async (c) => c.json(await countDesk(c.var.ctx), 200))
    .openapi(facets, async (c) => {
      const { agency, item, region, audience } = await listFacets(c.var.ctx);
      return c.json({ agencies: agency, items: item, regions: region, audiences: audience }, 200);
    })
    .openapi(search, async (c) => {
      const { text, k, at, region } = c.req.valid("query");
      const query = { text, k, at: at ?? toShanghaiIso(c.var.ctx.now()), region: region ?? null };
      return c.json(await searchForReader(c.var.ctx, query), 200);
    })
    .openapi(bulletins, async (c) => {
      const items = (await listBulletins(c.var.ctx)).map((row) => ({
        articleId: row.articleId,
        version: row.number,
        title: row.title,
        body: row.body,
        agency: row.agency,
        region: row.region,
        validFrom: isoOrNull(row.validFrom),
        validUntil: isoOrNull(row.validUntil),
      }));
      return c.json({ items }, 200);
    })
    .openapi(read, async (c) => {
      const { ctx } = c.var;
      return c.json(bodyOf(await readArticle(ctx, c.req.valid("param").id), ctx.now()), 200);
    });
