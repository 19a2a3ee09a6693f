import { z } from "zod";
import { findBrokenAudit, listAudit } from "../../platform/audit.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, responses, signedInRoute } from "../route.ts";
import { ChangeUser, changeUser, createUser, listUsers, NewUser, shownUser, User } from "../users/index.ts";

const tags = ["管理"];

const AuditEntry = z.object({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  target: z.string(),
  requestId: z.string(),
  change: z.unknown(),
});

const audit = signedInRoute("audit.read", {
  method: "get",
  path: "/api/audit",
  tags,
  summary: "Who did what, newest first, and whether the chain is whole",
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(1_000).default(100) }) },
  responses: responses(
    z.object({
      items: z.array(AuditEntry),
      brokenAt: z.int().nullable().describe("The first entry that was tampered with; null: none"),
    }),
    "Audit entries",
    ["invalid", "unauthenticated", "forbidden"],
  ),
});

const users = signedInRoute("user.manage", {
  method: "get",
  path: "/api/users",
  tags,
  summary: "Everyone who has an account",
  responses: responses(z.object({ items: z.array(User) }), "People", ["unauthenticated", "forbidden"]),
});

const create = signedInRoute("user.manage", {
  method: "post",
  path: "/api/users",
  tags,
  summary: "Make an account; there is no other way to get one",
  request: { body: jsonBody(NewUser) },
  responses: responses(User, "The new person", ["invalid", "unauthenticated", "forbidden", "conflict"], 201),
});

const change = signedInRoute("user.manage", {
  method: "patch",
  path: "/api/users/{id}",
  tags,
  summary: "Shut a person out, ending their sessions, or let them in again",
  request: { params: IdParam, body: jsonBody(ChangeUser) },
  responses: responses(User, "The person", ["invalid", "unauthenticated", "forbidden", "not_found", "conflict"]),
});

export const adminRoutes = () =>
  signedInRoutes()
    .openapi(audit, async (c) => {
      const { db } = c.var.ctx;
      const rows = await listAudit(db, c.req.valid("query").limit);
      const items = rows.map(({ previousHash: _, hash: __, at, ...entry }) => ({ ...entry, at: toShanghaiIso(at) }));
      return c.json({ items, brokenAt: await findBrokenAudit(db) }, 200);
    })
    .openapi(users, async (c) => c.json({ items: await listUsers(c.var.ctx) }, 200))
    .openapi(create, async (c) => c.json(shownUser(await createUser(c.var.ctx, c.req.valid("json"))), 201))
    .openapi(change, async (c) => {
      const user = await changeUser(c.var.ctx, c.req.valid("param").id, c.req.valid("json"));
      return c.json(shownUser(user), 200);
    });
