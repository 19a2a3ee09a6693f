import { z } from "zod";
import {
  assignTask,
  Calibration,
  CalibrationView,
  Day,
  finishCalibration,
  ItemAgreement,
  listCalibrations,
  listPlans,
  listTasks,
  makeCalibration,
  makePlan,
  NewCalibration,
  NewPlan,
  nextTask,
  Plan,
  readAgreement,
  readCalibration,
  Task,
  TaskState,
} from "../../qa/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, plainText, responses, signedInRoute } from "../route.ts";
import { listReviewers, reviewersById } from "../users/index.ts";

const tags = ["质检安排"];
const usual = ["invalid", "unauthenticated", "forbidden"] as const;
const all = [...usual, "not_found", "conflict"] as const;

const plans = signedInRoute("score.review", {
  method: "get",
  path: "/api/qa/plans",
  tags,
  summary: "Sampling plans, newest first",
  responses: responses(z.object({ items: z.array(Plan) }), "Plans", usual),
});

const plan = signedInRoute("score.review", {
  method: "post",
  path: "/api/qa/plans",
  tags,
  summary: "Draw a month's sample: by a seed, on record, each call once a month",
  request: { body: jsonBody(NewPlan) },
  responses: responses(Plan, "The plan with what was drawn", [...usual, "conflict"], 201),
});

const tasks = signedInRoute("score.review", {
  method: "get",
  path: "/api/qa/tasks",
  tags,
  summary: "Review tasks by risk",
  request: {
    query: z.object({
      state: TaskState.optional(),
      mine: z.stringbool().default(false),
      planId: plainText(100).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
  },
  responses: responses(
    z.object({ items: z.array(Task), counts: z.record(TaskState, z.int()) }),
    "Tasks, and how many are in each state",
    usual,
  ),
});

const next = signedInRoute("score.review", {
  method: "post",
  path: "/api/qa/tasks/next",
  tags,
  summary: "Take the riskiest task that waits, or go on with the one in hand",
  request: { body: jsonBody(z.strictObject({ planId: plainText(100).optional() })) },
  responses: responses(z.object({ task: Task.nullable() }), "The task; null when none is left", usual),
});

const assign = signedInRoute("score.review", {
  method: "post",
  path: "/api/qa/tasks/{id}/assign",
  tags,
  summary: "Give a task to a reviewer, or back to the queue",
  request: { params: IdParam, body: jsonBody(z.strictObject({ reviewerId: plainText(100).nullable() })) },
  responses: responses(Task, "The task", all),
});

const reviewers = signedInRoute("score.review", {
  method: "get",
  path: "/api/qa/reviewers",
  tags,
  summary: "People who review calls",
  responses: responses(z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }), "People", usual),
});

const agreement = signedInRoute("score.review", {
  method: "get",
  path: "/api/qa/agreement",
  tags,
  summary: "How far the two of each double review agree, per item",
  request: { query: z.object({ from: Day.optional(), to: Day.optional() }) },
  responses: responses(
    z.object({ items: z.array(ItemAgreement), overall: ItemAgreement }),
    "Share alike and Cohen's kappa",
    usual,
  ),
});

const calibrations = signedInRoute("score.review", {
  method: "get",
  path: "/api/qa/calibrations",
  tags,
  summary: "Calibrations, newest first",
  responses: responses(z.object({ items: z.array(Calibration) }), "Calibrations", usual),
});

const calibrate = signedInRoute("score.review", {
  method: "post",
  path: "/api/qa/calibrations",
  tags,
  summary: "Give the same calls to several reviewers, unseen by each other",
  request: { body: jsonBody(NewCalibration) },
  responses: responses(Calibration, "The calibration", [...usual, "not_found"], 201),
});

const calibration = signedInRoute("score.review", {
  method: "get",
  path: "/api/qa/calibrations/{id}",
  tags,
  summary: "A calibration; agreement once it has ended",
  request: { params: IdParam },
  responses: responses(CalibrationView, "The calibration", [...usual, "not_found"]),
});

const end = signedInRoute("score.review", {
  method: "post",
  path: "/api/qa/calibrations/{id}/end",
  tags,
  summary: "End a calibration and show the agreement",
  request: { params: IdParam },
  responses: responses(CalibrationView, "The calibration", [...usual, "not_found"]),
});

export const qaWorkRoutes = () =>
  signedInRoutes()
    .openapi(plans, async (c) => c.json({ items: await listPlans(c.var.ctx) }, 200))
    .openapi(plan, async (c) => c.json(await makePlan(c.var.ctx, c.req.valid("json")), 201))
    .openapi(tasks, async (c) => c.json(await listTasks(c.var.ctx, c.req.valid("query")), 200))
    .openapi(next, async (c) => c.json({ task: await nextTask(c.var.ctx, c.req.valid("json").planId) }, 200))
    .openapi(assign, async (c) => {
      const { ctx } = c.var;
      const { reviewerId } = c.req.valid("json");
      const [reviewer = null] = reviewerId === null ? [] : await reviewersById(ctx, [reviewerId]);
      return c.json(await assignTask(ctx, c.req.valid("param").id, reviewer), 200);
    })
    .openapi(reviewers, async (c) => c.json({ items: await listReviewers(c.var.ctx) }, 200))
    .openapi(agreement, async (c) => c.json(await readAgreement(c.var.ctx, c.req.valid("query")), 200))
    .openapi(calibrations, async (c) => c.json({ items: await listCalibrations(c.var.ctx) }, 200))
    .openapi(calibrate, async (c) => {
      const { ctx } = c.var;
      const { reviewerIds, ...rest } = c.req.valid("json");
      return c.json(await makeCalibration(ctx, rest, await reviewersById(ctx, reviewerIds)), 201);
    })
    .openapi(calibration, async (c) => c.json(await readCalibration(c.var.ctx, c.req.valid("param").id), 200))
    .openapi(end, async (c) => c.json(await finishCalibration(c.var.ctx, c.req.valid("param").id), 200));
