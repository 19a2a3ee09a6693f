import { z } from "zod";
import { Call, ListCalls } from "../../orders/index.ts";
import { CallListEntry, CallView, listCallEntries, readCallView, receiveAndRing } from "../../pipeline/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, responses, signedInRoute } from "../route.ts";

const tags = ["通话"];

const list = signedInRoute("call.read", {
  method: "get",
  path: "/api/calls",
  tags,
  summary: "The calls one may see, newest first",
  request: { query: ListCalls },
  responses: responses(z.object({ items: z.array(CallListEntry) }), "Calls", [
    "invalid",
    "unauthenticated",
    "forbidden",
  ]),
});

const receive = signedInRoute("call.receive", {
  method: "post",
  path: "/api/calls",
  tags,
  summary: "Hand in a call with its utterances; the same call twice is one call",
  request: { body: jsonBody(Call) },
  responses: responses(
    z.object({ id: z.string(), isNew: z.boolean() }),
    "Taken in; it is processed in the background",
    ["invalid", "unauthenticated", "forbidden", "conflict", "too_large"],
    202,
  ),
});

const read = signedInRoute("call.read", {
  method: "get",
  path: "/api/calls/{id}",
  tags,
  summary: "Everything known of a call",
  request: { params: IdParam },
  responses: responses(CallView, "The call and what was made of it", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
  ]),
});

export const callRoutes = () =>
  signedInRoutes()
    .openapi(list, async (c) => c.json({ items: await listCallEntries(c.var.ctx, c.req.valid("query")) }, 200))
    .openapi(receive, async (c) => c.json(await receiveAndRing(c.var.ctx, c.req.valid("json")), 202))
    .openapi(read, async (c) => c.json(await readCallView(c.var.ctx, c.req.valid("param").id), 200));
