import { LivePost } from "../../orders/index.ts";
import { hearLive, LiveReceipt } from "../../pipeline/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, responses, signedInRoute } from "../route.ts";

const hear = signedInRoute("call.receive", {
  method: "post",
  path: "/api/calls/{id}/utterances",
  tags: ["通话"],
  summary: "Say what was said in a call that goes on; `call` opens it, `ended` ends it, the same post twice is one",
  request: { params: IdParam, body: jsonBody(LivePost) },
  responses: responses(LiveReceipt, "Kept and drafted; ask for the call or hear its events", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
    "conflict",
    "too_large",
  ]),
});

export const liveRoutes = () =>
  signedInRoutes().openapi(hear, async (c) =>
    c.json(await hearLive(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
  );
