import {
  DecideRecall,
  decideRecall,
  FinishRecall,
  finishRecall,
  ListRecalls,
  listRecalls,
  Recall,
  RecallList,
} from "../../kb/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, responses, signedInRoute } from "../route.ts";

const tags = ["知识库"];
const faults = ["invalid", "unauthenticated", "forbidden", "not_found", "conflict"] as const;

const list = signedInRoute("recall.read", {
  method: "get",
  path: "/api/recalls",
  tags,
  summary: "Calls that were told what no longer holds: editors see all, who calls back what is to be done",
  request: { query: ListRecalls },
  responses: responses(RecallList, "What matters first", ["invalid", "unauthenticated", "forbidden"]),
});

const decide = signedInRoute("article.edit", {
  method: "post",
  path: "/api/recalls/{id}/decide",
  tags,
  summary: "Whether a call back is needed",
  request: { params: IdParam, body: jsonBody(DecideRecall) },
  responses: responses(Recall, "The task as it stands", faults),
});

const finish = signedInRoute("recall.do", {
  method: "post",
  path: "/api/recalls/{id}/done",
  tags,
  summary: "What came of calling back",
  request: { params: IdParam, body: jsonBody(FinishRecall) },
  responses: responses(Recall, "The task as it stands", faults),
});

export const recallRoutes = () =>
  signedInRoutes()
    .openapi(list, async (c) => c.json(await listRecalls(c.var.ctx, c.req.valid("query")), 200))
    .openapi(decide, async (c) =>
      c.json(await decideRecall(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(finish, async (c) =>
      c.json(await finishRecall(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
    );
