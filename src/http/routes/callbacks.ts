import { z } from "zod";
import {
  addCase,
  CallbackChoices,
  Case,
  CaseCounts,
  CaseDetail,
  ChangeCase,
  CheckWording,
  changeCase,
  checkWording,
  Dialogue,
  FilledScript,
  HeardAnswers,
  HearLines,
  hearLines,
  ListCases,
  listCases,
  NewAttempt,
  NewCase,
  NewResult,
  RatePoint,
  Rates,
  ReadRates,
  ReadRateTrend,
  readCase,
  readChoices,
  readDialogue,
  readRates,
  readRateTrend,
  readScript,
  recordAttempt,
  recordResult,
} from "../../callback/index.ts";
import { WordingVerdict } from "../../qa/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, plainText, responses, signedInRoute } from "../route.ts";

const tags = ["回访"];
const usual = ["invalid", "unauthenticated", "forbidden"] as const;
const all = [...usual, "not_found", "conflict"] as const;

const list = signedInRoute("callback.read", {
  method: "get",
  path: "/api/callbacks",
  tags,
  summary: "Whom to call back, in order: what can be dialled now, what waits, what is overdue, the rest",
  request: { query: ListCases },
  responses: responses(z.object({ items: z.array(Case), counts: CaseCounts }), "Cases", usual),
});

const add = signedInRoute("callback.add", {
  method: "post",
  path: "/api/callbacks",
  tags,
  summary: "Put a finished order on the list; facts not given are taken from our order",
  request: { body: jsonBody(NewCase) },
  responses: responses(CaseDetail, "The case with its plan", [...usual, "conflict"], 201),
});

const rates = signedInRoute("callback.rates", {
  method: "get",
  path: "/api/callbacks/rates",
  tags,
  summary: "响应率, 解决率 and 满意率 by agency, street or item, with the wording used and the numbers behind",
  request: { query: ReadRates },
  responses: responses(Rates, "Rates, one row a key and wording", usual),
});

const choices = signedInRoute("callback.read", {
  method: "get",
  path: "/api/callbacks/choices",
  tags,
  summary: "What an officer chooses from: results of a dial, reasons",
  responses: responses(CallbackChoices, "The choices", ["unauthenticated", "forbidden"]),
});

const trend = signedInRoute("callback.rates", {
  method: "get",
  path: "/api/callbacks/trend",
  tags,
  summary: "The three rates by day, week or month, one point a wording",
  request: { query: ReadRateTrend },
  responses: responses(z.object({ points: z.array(RatePoint) }), "Points in time", usual),
});

const hear = signedInRoute("callback.work", {
  method: "post",
  path: "/api/callbacks/hear",
  tags,
  summary: "What the citizen has answered in lines typed while speaking; nothing is kept",
  request: { body: jsonBody(HearLines) },
  responses: responses(HeardAnswers, "The answers; an unclear one is 未答", usual),
});

const dialogue = signedInRoute("callback.read", {
  method: "get",
  path: "/api/callbacks/dialogue/{id}",
  tags,
  summary: "Which lines of a callback (by its call) ask and answer what, beside the record of its case",
  request: { params: IdParam },
  responses: responses(Dialogue, "The dialogue", [...usual, "not_found"]),
});

const read = signedInRoute("callback.read", {
  method: "get",
  path: "/api/callbacks/{id}",
  tags,
  summary: "A case; sealed ones are there for the named roles only",
  request: { params: IdParam },
  responses: responses(CaseDetail, "The case", [...usual, "not_found"]),
});

const change = signedInRoute("callback.add", {
  method: "patch",
  path: "/api/callbacks/{id}",
  tags,
  summary: "Seal a case (named roles), or note that the citizen wants no callback",
  request: { params: IdParam, body: jsonBody(ChangeCase) },
  responses: responses(CaseDetail, "The case", [...usual, "not_found"]),
});

const script = signedInRoute("callback.read", {
  method: "get",
  path: "/api/callbacks/{id}/script",
  tags,
  summary: "What to say, with the order's facts filled in",
  request: { params: IdParam, query: z.object({ script: plainText(40).optional() }) },
  responses: responses(FilledScript, "The script", [...usual, "not_found"]),
});

const attempt = signedInRoute("callback.work", {
  method: "post",
  path: "/api/callbacks/{id}/attempts",
  tags,
  summary: "A dial that reached nobody who would answer",
  request: { params: IdParam, body: jsonBody(NewAttempt) },
  responses: responses(CaseDetail, "The case with its new plan", all),
});

const result = signedInRoute("callback.work", {
  method: "post",
  path: "/api/callbacks/{id}/result",
  tags,
  summary: "The answers; 409 with `differences` where they are not what was said, until a reason is given",
  request: { params: IdParam, body: jsonBody(NewResult) },
  responses: responses(CaseDetail, "The case with its record", all),
});

const wording = signedInRoute("wording.check", {
  method: "post",
  path: "/api/wording/check",
  tags,
  summary: "Whether a sentence leads the citizen, and how to say it neutrally; nothing is kept",
  request: { body: jsonBody(CheckWording) },
  responses: responses(WordingVerdict, "The verdict", usual),
});

export const callbackRoutes = () =>
  signedInRoutes()
    .openapi(list, async (c) => c.json(await listCases(c.var.ctx, c.req.valid("query")), 200))
    .openapi(add, async (c) => c.json(await addCase(c.var.ctx, c.req.valid("json")), 201))
    .openapi(rates, async (c) => c.json(await readRates(c.var.ctx, c.req.valid("query")), 200))
    .openapi(choices, (c) => c.json(readChoices(c.var.ctx), 200))
    .openapi(trend, async (c) => c.json({ points: await readRateTrend(c.var.ctx, c.req.valid("query")) }, 200))
    .openapi(hear, (c) => c.json(hearLines(c.var.ctx, c.req.valid("json")), 200))
    .openapi(dialogue, async (c) => c.json(await readDialogue(c.var.ctx, c.req.valid("param").id), 200))
    .openapi(read, async (c) => c.json(await readCase(c.var.ctx, c.req.valid("param").id), 200))
    .openapi(change, async (c) =>
      c.json(await changeCase(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(script, async (c) =>
      c.json(await readScript(c.var.ctx, c.req.valid("param").id, c.req.valid("query").script), 200),
    )
    .openapi(attempt, async (c) =>
      c.json(await recordAttempt(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(result, async (c) =>
      c.json(await recordResult(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(wording, (c) => c.json(checkWording(c.var.ctx, c.req.valid("json")), 200));
