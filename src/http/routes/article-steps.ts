import { z } from "zod";
import {
  ArticleStep,
  CheckArticle,
  CreateArticle,
  checkArticle,
  createArticle,
  EditArticle,
  editArticle,
  PublishArticle,
  previewArticle,
  publishArticle,
  RestoreVersion,
  RetireArticle,
  ReviewArticle,
  restoreVersion,
  retireArticle,
  reviewArticle,
  Slot,
  submitArticle,
  unscheduleArticle,
  withdrawArticle,
} from "../../kb/index.ts";
import type { Fault } from "../../platform/errors.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, responses, signedInRoute } from "../route.ts";
import { ArticleBody, stepped } from "./article-shapes.ts";

const tags = ["知识编辑"];
const faults: Fault[] = ["invalid", "unauthenticated", "forbidden", "not_found", "conflict"];

const create = signedInRoute("article.edit", {
  method: "post",
  path: "/api/articles",
  tags,
  summary: "Begin an article as a draft",
  request: { body: jsonBody(CreateArticle) },
  responses: responses(ArticleBody, "The draft", ["invalid", "unauthenticated", "forbidden"], 201),
});

const edit = signedInRoute("article.edit", {
  method: "patch",
  path: "/api/articles/{id}",
  tags,
  summary: "Change the working copy as it stood at `version`; what readers see stays",
  request: { params: IdParam, body: jsonBody(EditArticle) },
  responses: responses(ArticleBody, "The draft after the change", faults),
});

const preview = signedInRoute("article.edit", {
  method: "post",
  path: "/api/articles/preview",
  tags,
  summary: "How agents will see a text: its passages and slots",
  request: {
    body: jsonBody(z.strictObject({ title: z.string().max(300).default(""), body: z.string().max(200_000) })),
  },
  responses: responses(
    z.object({
      passages: z.array(z.object({ path: z.string(), text: z.string() })),
      slots: z.array(Slot),
      faults: z.array(z.string()),
    }),
    "Nothing is kept",
    ["invalid", "unauthenticated", "forbidden"],
  ),
});

const step = <Name extends string, Body extends z.ZodType>(name: Name, summary: string, body: Body) =>
  signedInRoute(name === "check" ? "article.check" : "article.edit", {
    method: "post",
    path: `/api/articles/{id}/${name}` as const,
    tags,
    summary,
    request: { params: IdParam, body: jsonBody(body) },
    responses: responses(ArticleBody, "The article after it", faults),
  });

const submit = step("submit", "Send the draft to be checked by another person", ArticleStep);
const withdraw = step(
  "withdraw",
  "Take it back from the check, or an approved one before it is published",
  ArticleStep,
);
const check = step("check", "Approve, or send back with a reason; not one's own words", CheckArticle);
const publish = step("publish", "Publish what was approved, now or at a moment", PublishArticle);
const unschedule = step("unschedule", "Take the moment of publishing back", ArticleStep);
const retire = step("retire", "Nobody finds it from now on", RetireArticle);
const restore = step("restore", "Put the words of an old version into the working copy", RestoreVersion);
const review = step("review", "It was looked at and is still right: the next date", ReviewArticle);

export const articleStepRoutes = () =>
  signedInRoutes()
    .openapi(create, async (c) =>
      c.json(await stepped(c.var.ctx, () => createArticle(c.var.ctx, c.req.valid("json"))), 201),
    )
    .openapi(preview, (c) => c.json(previewArticle(c.var.ctx, c.req.valid("json")), 200))
    .openapi(edit, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await stepped(c.var.ctx, () => editArticle(c.var.ctx, id, c.req.valid("json"))), 200);
    })
    .openapi(submit, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await stepped(c.var.ctx, () => submitArticle(c.var.ctx, id, c.req.valid("json"))), 200);
    })
    .openapi(withdraw, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await stepped(c.var.ctx, () => withdrawArticle(c.var.ctx, id, c.req.valid("json"))), 200);
    })
    .openapi(check, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await stepped(c.var.ctx, () => checkArticle(c.var.ctx, id, c.req.valid("json"))), 200);
    })
    .openapi(publish, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await stepped(c.var.ctx, () => publishArticle(c.var.ctx, id, c.req.valid("json"))), 200);
    })
    .openapi(unschedule, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await stepped(c.var.ctx, () => unscheduleArticle(c.var.ctx, id, c.req.valid("json"))), 200);
    })
    .openapi(retire, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await stepped(c.var.ctx, () => retireArticle(c.var.ctx, id, c.req.valid("json"))), 200);
    })
    .openapi(restore, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await stepped(c.var.ctx, () => restoreVersion(c.var.ctx, id, c.req.valid("json"))), 200);
    })
    .openapi(review, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await stepped(c.var.ctx, () => reviewArticle(c.var.ctx, id, c.req.valid("json"))), 200);
    });
