import { z } from "zod";
import { Filled, fillArticle, fillTemplate, listTemplates, parseSlots, SearchQuery, Slot } from "../../kb/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, plainText, responses, signedInRoute } from "../route.ts";

const tags = ["知识库"];

const from = {
  callId: plainText(100).optional().describe("Fills what the call and its order say"),
  values: z
    .record(z.string().max(30), z.string().max(2_000))
    .refine((values) => Object.keys(values).length <= 100, "最多 100 个空位")
    .optional()
    .describe("By the slots' names; they come before the call's"),
};

const FilledArticle = Filled.extend({ articleId: z.string().nullable(), version: z.int().nullable() });

const fill = signedInRoute("article.read", {
  method: "post",
  path: "/api/articles/{id}/fill",
  tags,
  summary: "An article with its slots filled from a call",
  request: { params: IdParam, body: jsonBody(z.strictObject({ ...from, at: SearchQuery.shape.at.optional() })) },
  responses: responses(FilledArticle, "With a mark on each piece that was filled or is open", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
  ]),
});

const Template = z.object({
  id: z.string(),
  title: z.string(),
  kinds: z.array(z.string()),
  outcome: z.string().nullable(),
  text: z.string(),
  slots: z.array(Slot),
  needs: z.array(z.string()),
  clause: z.string(),
});

const templates = signedInRoute("article.read", {
  method: "get",
  path: "/api/answer-templates",
  tags,
  summary: "The reply templates of the rules",
  responses: responses(z.object({ items: z.array(Template) }), "With their slots", ["unauthenticated", "forbidden"]),
});

const fillOne = signedInRoute("article.read", {
  method: "post",
  path: "/api/answer-templates/{id}/fill",
  tags,
  summary: "A reply template with its slots filled from a call",
  request: { params: IdParam, body: jsonBody(z.strictObject(from)) },
  responses: responses(FilledArticle, "With a mark on each piece that was filled or is open", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
  ]),
});

export const answerTemplateRoutes = () =>
  signedInRoutes()
    .openapi(fill, async (c) => c.json(await fillArticle(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200))
    .openapi(templates, (c) => {
      const items = listTemplates(c.var.ctx).map(({ rule: _, outcome, ...template }) => ({
        ...template,
        outcome: outcome ?? null,
        slots: parseSlots(template.text).slots,
      }));
      return c.json({ items }, 200);
    })
    .openapi(fillOne, async (c) => {
      const filled = await fillTemplate(c.var.ctx, c.req.valid("param").id, c.req.valid("json"));
      return c.json({ ...filled, articleId: null, version: null }, 200);
    });
