import { z } from "zod";
import {
  ChangeHitSet,
  CreateHitSet,
  changeHitSet,
  createHitSet,
  HitRun,
  HitRunHead,
  HitSet,
  HitSetDetail,
  listHitSets,
  readHitRun,
  readHitSet,
  startHitRun,
} from "../../kb/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, responses, signedInRoute } from "../route.ts";

const tags = ["知识库"];
const faults = ["invalid", "unauthenticated", "forbidden", "not_found"] as const;

const list = signedInRoute("article.edit", {
  method: "get",
  path: "/api/hit-sets",
  tags,
  summary: "Saved sets of questions, each with its newest run",
  responses: responses(z.object({ items: z.array(HitSet) }), "Sets", ["unauthenticated", "forbidden"]),
});

const create = signedInRoute("article.edit", {
  method: "post",
  path: "/api/hit-sets",
  tags,
  summary: "Save a set of questions with the articles that must be found",
  request: { body: jsonBody(CreateHitSet) },
  responses: responses(HitSetDetail, "The set", ["invalid", "unauthenticated", "forbidden"]),
});

const read = signedInRoute("article.edit", {
  method: "get",
  path: "/api/hit-sets/{id}",
  tags,
  summary: "A set with its questions and runs",
  request: { params: IdParam },
  responses: responses(HitSetDetail, "The set", faults),
});

const change = signedInRoute("article.edit", {
  method: "put",
  path: "/api/hit-sets/{id}",
  tags,
  summary: "Change a set as it stood at `version`",
  request: { params: IdParam, body: jsonBody(ChangeHitSet) },
  responses: responses(HitSetDetail, "The set after the change", [...faults, "conflict"]),
});

const start = signedInRoute("article.edit", {
  method: "post",
  path: "/api/hit-sets/{id}/runs",
  tags,
  summary: "Ask all questions of a set in the background",
  request: { params: IdParam, body: jsonBody(z.strictObject({})) },
  responses: responses(HitRunHead, "The run that waits", faults, 202),
});

const run = signedInRoute("article.edit", {
  method: "get",
  path: "/api/hit-runs/{id}",
  tags,
  summary: "What a run found, and who gained and lost against the run before",
  request: { params: IdParam },
  responses: responses(HitRun, "The run", faults),
});

export const hitTestRoutes = () =>
  signedInRoutes()
    .openapi(list, async (c) => c.json({ items: await listHitSets(c.var.ctx) }, 200))
    .openapi(create, async (c) => c.json(await createHitSet(c.var.ctx, c.req.valid("json")), 200))
    .openapi(read, async (c) => c.json(await readHitSet(c.var.ctx, c.req.valid("param").id), 200))
    .openapi(change, async (c) =>
      c.json(await changeHitSet(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(start, async (c) => c.json(await startHitRun(c.var.ctx, c.req.valid("param").id), 202))
    .openapi(run, async (c) => c.json(await readHitRun(c.var.ctx, c.req.valid("param").id), 200));
