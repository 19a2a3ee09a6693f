import { z } from "zod";
import {
  addNote,
  ChangeItem,
  ChangeSeat,
  changeItem,
  changeSeat,
  exportResults,
  ItemStanding,
  listItems,
  listNotes,
  listSeats,
  MonthResults,
  NewNote,
  Note,
  QaRubric,
  ReadResults,
  ReadTrends,
  readResults,
  readTrends,
  rubricOf,
  Seat,
  seeNote,
  TrendPoint,
} from "../../qa/index.ts";
import { signedInRoutes } from "../env.ts";
import { bytes, errorResponses, IdParam, jsonBody, plainText, responses, signedInRoute } from "../route.ts";

const tags = ["质检结果"];
const usual = ["invalid", "unauthenticated", "forbidden"] as const;
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const results = signedInRoute("score.read", {
  method: "get",
  path: "/api/qa/results",
  tags,
  summary: "A month by agent, team or item, with people's decisions and upheld appeals; agents get their own row",
  request: { query: ReadResults },
  responses: responses(MonthResults, "The month", usual),
});

const workbook = signedInRoute("score.review", {
  method: "get",
  path: "/api/qa/results/export",
  tags,
  summary: "A month as a workbook",
  request: { query: ReadResults.omit({ by: true }) },
  responses: {
    ...errorResponses(usual),
    200: { description: "XLSX", content: { [xlsx]: bytes } },
  },
});

const trends = signedInRoute("score.read", {
  method: "get",
  path: "/api/qa/trends",
  tags,
  summary: "Calls, mean score and items that cost points, over time",
  request: { query: ReadTrends },
  responses: responses(z.object({ points: z.array(TrendPoint) }), "Points in time", usual),
});

const rubric = signedInRoute("score.read", {
  method: "get",
  path: "/api/qa/rubric",
  tags,
  summary: "The rubric that calls are scored by",
  responses: responses(QaRubric, "The rubric", usual),
});

const items = signedInRoute("score.review", {
  method: "get",
  path: "/api/qa/items",
  tags,
  summary: "How well the engine does on each item, and which items only hint",
  responses: responses(
    z.object({
      items: z.array(ItemStanding),
      limits: z.object({ precisionMin: z.number(), agreementMin: z.number(), decisionsMin: z.int() }),
    }),
    "Items",
    usual,
  ),
});

const item = signedInRoute("score.review", {
  method: "put",
  path: "/api/qa/items/{item}",
  tags,
  summary: "Say whether an item may cost points, or leave it to people's agreement",
  request: { params: z.object({ item: plainText(200) }), body: jsonBody(ChangeItem) },
  responses: responses(ItemStanding, "The item", [...usual, "not_found", "conflict"]),
});

const notes = signedInRoute("score.read", {
  method: "get",
  path: "/api/qa/notes",
  tags,
  summary: "Coaching notes; agents and callback staff get their own",
  request: { query: z.object({ agentId: plainText(40).optional() }) },
  responses: responses(z.object({ items: z.array(Note) }), "Notes", usual),
});

const note = signedInRoute("score.review", {
  method: "post",
  path: "/api/qa/notes",
  tags,
  summary: "A word of advice for an agent",
  request: { body: jsonBody(NewNote) },
  responses: responses(Note, "The note", [...usual, "not_found"], 201),
});

const seen = signedInRoute("score.answer", {
  method: "post",
  path: "/api/qa/notes/{id}/seen",
  tags,
  summary: "The agent has read a note",
  request: { params: IdParam },
  responses: responses(Note, "The note", [...usual, "not_found"]),
});

const seats = signedInRoute("score.review", {
  method: "get",
  path: "/api/qa/seats",
  tags,
  summary: "Seats with team and dialect",
  responses: responses(z.object({ items: z.array(Seat) }), "Seats", usual),
});

const seat = signedInRoute("score.review", {
  method: "put",
  path: "/api/qa/seats/{agentId}",
  tags,
  summary: "Say whose a seat is, its team, and whether it speaks dialect",
  request: { params: z.object({ agentId: plainText(40) }), body: jsonBody(ChangeSeat) },
  responses: responses(Seat, "The seat", usual),
});

export const qaResultRoutes = () =>
  signedInRoutes()
    .openapi(results, async (c) => c.json(await readResults(c.var.ctx, c.req.valid("query")), 200))
    .openapi(workbook, async (c) => {
      const query = c.req.valid("query");
      const bytes = await exportResults(c.var.ctx, query);
      const name = encodeURIComponent(`质检结果-${query.month}.xlsx`);
      return new Response(bytes as unknown as BodyInit, {
        headers: {
          "Content-Type": xlsx,
          "Content-Disposition": `attachment; filename="results-${query.month}.xlsx"; filename*=UTF-8''${name}`,
        },
      });
    })
    .openapi(trends, async (c) => c.json({ points: await readTrends(c.var.ctx, c.req.valid("query")) }, 200))
    .openapi(rubric, (c) => c.json(rubricOf(c.var.ctx), 200))
    .openapi(items, async (c) => {
      const { precisionMin, agreementMin, decisionsMin } = c.var.ctx.rules.rubric.review;
      return c.json({ items: await listItems(c.var.ctx), limits: { precisionMin, agreementMin, decisionsMin } }, 200);
    })
    .openapi(item, async (c) =>
      c.json(await changeItem(c.var.ctx, c.req.valid("param").item, c.req.valid("json")), 200),
    )
    .openapi(notes, async (c) => c.json({ items: await listNotes(c.var.ctx, c.req.valid("query").agentId) }, 200))
    .openapi(note, async (c) => c.json(await addNote(c.var.ctx, c.req.valid("json")), 201))
    .openapi(seen, async (c) => c.json(await seeNote(c.var.ctx, c.req.valid("param").id), 200))
    .openapi(seats, async (c) => c.json({ items: await listSeats(c.var.ctx) }, 200))
    .openapi(seat, async (c) =>
      c.json(await changeSeat(c.var.ctx, c.req.valid("param").agentId, c.req.valid("json")), 200),
    );
