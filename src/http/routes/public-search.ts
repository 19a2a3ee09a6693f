import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { searchArticles } from "../../kb/index.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import { type Services, systemCtx } from "../../platform/context.ts";
import { notFound } from "../../platform/errors.ts";
import { openRoutes } from "../env.ts";
import { rateLimit } from "../rate-limit.ts";
import { plainText, responses } from "../route.ts";

const Found = z.object({
  results: z.array(
    z.object({
      title: z.string(),
      quote: z.string(),
      agency: z.string().nullable(),
      validFrom: z.string().nullable(),
      validUntil: z.string().nullable(),
    }),
  ),
  abstained: z.boolean().describe("The base has no answer to this"),
});

const search = createRoute({
  method: "get",
  path: "/api/public/articles/search",
  tags: ["公众查询"],
  summary: "Published articles for everybody, without a sign-in; 404 unless PUBLIC_SEARCH is set (S4 6.3.3)",
  request: {
    query: z.object({
      text: plainText(200),
      region: plainText(100).optional(),
      k: z.coerce.number().int().min(1).max(10).default(5),
    }),
  },
  responses: responses(Found, "What holds now, of the kinds that the rules open to the public", [
    "invalid",
    "not_found",
    "rate_limited",
  ]),
});

const limit = { allowed: 30, windowMs: 60_000, words: "查询过于频繁，请一分钟后再试" };

/** The public's way in: reads what is published and holds now, and keeps nothing of what is asked. */
export const publicSearchRoutes = (services: Services) => {
  const { config, rules, now } = services;
  const asked = rateLimit(now, limit);
  return openRoutes().openapi(search, async (c) => {
    if (!config.publicSearch) throw notFound("接口");
    asked.attempt(c.var.address);
    const { text, region = null, k } = c.req.valid("query");
    const ctx = systemCtx(services, "public-search", c.req.raw.signal, c.var.requestId);
    const { kinds } = rules.knowledge.lifecycle.publicKinds;
    const query = { text, region, k, kinds, at: toShanghaiIso(now()) };
    const { results, abstained } = await searchArticles(ctx, query);
    const shown = results.map(({ title, quote, agency, validFrom, validUntil }) => {
      return { title, quote, agency, validFrom, validUntil };
    });
    return c.json({ results: shown, abstained }, 200);
  });
};
