import { z } from "zod";
import { listRescores, pauseRescore, Rescore, resumeRescore, startRescore } from "../../qa/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, responses, signedInRoute } from "../route.ts";

const tags = ["质检结果"];
const usual = ["unauthenticated", "forbidden"] as const;
const all = ["invalid", ...usual, "not_found", "conflict"] as const;

const list = signedInRoute("score.review", {
  method: "get",
  path: "/api/qa/rescores",
  tags,
  summary: "Runs that score all calls by the rules of now, and how many scores are of other versions",
  responses: responses(
    z.object({ present: z.string(), outdated: z.int(), items: z.array(Rescore) }),
    "Runs, newest first",
    usual,
  ),
});

const start = signedInRoute("score.review", {
  method: "post",
  path: "/api/qa/rescores",
  tags,
  summary: "Score all calls by the rules of now, in the background; old scores are kept with their version",
  responses: responses(Rescore, "The run; it goes on in the background", [...usual, "conflict"], 202),
});

const pause = signedInRoute("score.review", {
  method: "post",
  path: "/api/qa/rescores/{id}/pause",
  tags,
  summary: "Stop a run after its present batch",
  request: { params: IdParam },
  responses: responses(Rescore, "The run", all),
});

const resume = signedInRoute("score.review", {
  method: "post",
  path: "/api/qa/rescores/{id}/resume",
  tags,
  summary: "Go on with a paused run where it stopped",
  request: { params: IdParam },
  responses: responses(Rescore, "The run", all),
});

export const qaRescoreRoutes = () =>
  signedInRoutes()
    .openapi(list, async (c) => c.json(await listRescores(c.var.ctx), 200))
    .openapi(start, async (c) => c.json(await startRescore(c.var.ctx), 202))
    .openapi(pause, async (c) => c.json(await pauseRescore(c.var.ctx, c.req.valid("param").id), 200))
    .openapi(resume, async (c) => c.json(await resumeRescore(c.var.ctx, c.req.valid("param").id), 200));
