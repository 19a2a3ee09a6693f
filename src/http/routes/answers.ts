import { z } from "zod";
import { SeenAnswers, seenAnswers, TellAnswer, Told, tellAnswer, undoToldAnswer } from "../../kb/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, plainText, responses, signedInRoute } from "../route.ts";

const tags = ["知识库"];

const tell = signedInRoute("answer.tell", {
  method: "post",
  path: "/api/calls/{id}/answers/tell",
  tags,
  summary: "Keep that this passage of this version was told to the caller; the same again is the same row",
  request: { params: IdParam, body: jsonBody(TellAnswer) },
  responses: responses(Told, "What was told, by whom and when", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
  ]),
});

const undo = signedInRoute("answer.tell", {
  method: "post",
  path: "/api/calls/{id}/answers/{toldId}/undo",
  tags,
  summary: "Take one's own word back; the row stays",
  request: { params: IdParam.extend({ toldId: plainText(100) }), body: jsonBody(z.strictObject({})) },
  responses: responses(Told, "What was told, with when it was taken back", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
  ]),
});

const seen = signedInRoute("call.read", {
  method: "get",
  path: "/api/calls/{id}/answers",
  tags,
  summary: "What the agent saw and told in a call, in order (R-K7)",
  request: { params: IdParam },
  responses: responses(SeenAnswers, "Answers as they stood on the screen, and what was told", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
  ]),
});

export const answerRoutes = () =>
  signedInRoutes()
    .openapi(tell, async (c) => {
      const { ctx } = c.var;
      const { id } = c.req.valid("param");
      const told = await tellAnswer(ctx, id, c.req.valid("json"));
      ctx.events.publish({ callId: id, what: "told" });
      return c.json(told, 200);
    })
    .openapi(undo, async (c) => {
      const { ctx } = c.var;
      const { id, toldId } = c.req.valid("param");
      const told = await undoToldAnswer(ctx, id, toldId);
      ctx.events.publish({ callId: id, what: "told" });
      return c.json(told, 200);
    })
    .openapi(seen, async (c) => c.json(await seenAnswers(c.var.ctx, c.req.valid("param").id), 200));
