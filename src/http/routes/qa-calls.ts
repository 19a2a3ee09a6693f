import { z } from "zod";
import {
  Appeal,
  AppealOutcome,
  acknowledgeScore,
  DecideItems,
  decideAppeal,
  decideItems,
  ListQaCalls,
  listAppeals,
  listQaCalls,
  MakeAppeal,
  makeAppeal,
  QaCallHead,
  QaCallView,
  QaSuggestion,
  readQaCall,
  Settled,
  suggestRows,
} from "../../qa/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, responses, signedInRoute } from "../route.ts";

const tags = ["质检"];
const usual = ["invalid", "unauthenticated", "forbidden"] as const;

const list = signedInRoute("score.read", {
  method: "get",
  path: "/api/qa/calls",
  tags,
  summary: "Scored calls by risk or time; agents and callback staff get their own",
  request: { query: ListQaCalls },
  responses: responses(z.object({ items: z.array(QaCallHead), total: z.int() }), "Scored calls", usual),
});

const read = signedInRoute("score.read", {
  method: "get",
  path: "/api/qa/calls/{id}",
  tags,
  summary: "A scored call: the engine's word, people's word, and what it counts as",
  request: { params: IdParam },
  responses: responses(QaCallView, "The score", [...usual, "not_found"]),
});

const decide = signedInRoute("score.review", {
  method: "post",
  path: "/api/qa/calls/{id}/decisions",
  tags,
  summary: "Agree with or overrule items; `finish` ends the task or the review",
  request: { params: IdParam, body: jsonBody(DecideItems) },
  responses: responses(z.object({ settled: Settled }), "What the call counts as now", [
    ...usual,
    "not_found",
    "conflict",
  ]),
});

const suggest = signedInRoute("score.review", {
  method: "post",
  path: "/api/qa/calls/{id}/suggestions",
  tags,
  summary: "Ask the language model about items that wait for a person; its word counts nothing until a person decides",
  request: { params: IdParam },
  responses: responses(z.object({ items: z.array(QaSuggestion) }), "What the model suggested, by item", [
    ...usual,
    "not_found",
    "unavailable",
    "bad_answer",
    "rate_limited",
  ]),
});

const acknowledge = signedInRoute("score.answer", {
  method: "post",
  path: "/api/qa/calls/{id}/acknowledge",
  tags,
  summary: "The agent has seen the score of the own call",
  request: { params: IdParam },
  responses: responses(z.object({ acknowledgedAt: z.string() }), "When it was seen", [...usual, "not_found"]),
});

const appeal = signedInRoute("score.answer", {
  method: "post",
  path: "/api/qa/calls/{id}/appeals",
  tags,
  summary: "Object to a deduction of the own call, at a moment of it",
  request: { params: IdParam, body: jsonBody(MakeAppeal) },
  responses: responses(Appeal, "The appeal", [...usual, "not_found", "conflict"], 201),
});

const appeals = signedInRoute("score.read", {
  method: "get",
  path: "/api/qa/appeals",
  tags,
  summary: "Appeals, open ones first; agents and callback staff get their own",
  request: { query: z.object({ state: Appeal.shape.state.optional() }) },
  responses: responses(z.object({ items: z.array(Appeal) }), "Appeals", usual),
});

const outcome = signedInRoute("score.review", {
  method: "post",
  path: "/api/qa/appeals/{id}/outcome",
  tags,
  summary: "Decide an appeal; 成立 takes the deduction back",
  request: { params: IdParam, body: jsonBody(AppealOutcome) },
  responses: responses(Appeal, "The appeal as decided", [...usual, "not_found", "conflict"]),
});

export const qaCallRoutes = () =>
  signedInRoutes()
    .openapi(list, async (c) => c.json(await listQaCalls(c.var.ctx, c.req.valid("query")), 200))
    .openapi(read, async (c) => c.json(await readQaCall(c.var.ctx, c.req.valid("param").id), 200))
    .openapi(decide, async (c) => {
      const { id } = c.req.valid("param");
      return c.json({ settled: await decideItems(c.var.ctx, id, c.req.valid("json")) }, 200);
    })
    .openapi(suggest, async (c) => c.json({ items: await suggestRows(c.var.ctx, c.req.valid("param").id) }, 200))
    .openapi(acknowledge, async (c) => c.json(await acknowledgeScore(c.var.ctx, c.req.valid("param").id), 200))
    .openapi(appeal, async (c) =>
      c.json(await makeAppeal(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 201),
    )
    .openapi(appeals, async (c) => c.json({ items: await listAppeals(c.var.ctx, c.req.valid("query").state) }, 200))
    .openapi(outcome, async (c) =>
      c.json(await decideAppeal(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
    );
