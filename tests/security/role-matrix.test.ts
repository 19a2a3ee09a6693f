import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roles } from "../../src/platform/access.ts";
import { openTestApp, type TestApp } from "./test-app.ts";

const everyone = roles.join(" ");

/** Who gets past the door of each route. "open": no sign-in. A route without a row here fails. */
const matrix: Record<string, string> = {
  "GET /api/health": "open",
  "GET /api/demo": "open",
  "POST /api/demo/sign-in": "open",
  "POST /api/auth/sign-in/username": "open",
  "GET /api/public/articles/search": "open",
  "GET /api/openapi.json": "open",
  "GET /api/docs": "open",
  "GET /*": "open",
  "GET /api/me": everyone,
  "POST /api/auth/change-password": everyone,
  "POST /api/auth/sign-out": everyone,
  "GET /api/city": everyone,
  "GET /api/calls": "agent callback dispatcher qa",
  "POST /api/calls": "agent callback",
  "GET /api/calls/:id": "agent callback dispatcher qa",
  "POST /api/calls/:id/utterances": "agent callback",
  "PUT /api/calls/:id/attachments": "agent callback",
  "GET /api/calls/:id/attachments/:attachmentId": "agent callback dispatcher qa",
  "GET /api/calls/:id/events": "agent callback dispatcher qa",
  "GET /api/events": "agent callback dispatcher qa",
  "GET /api/orders/:id": "agent callback dispatcher agency qa",
  "PATCH /api/orders/:id": "agent dispatcher",
  "POST /api/orders/:id/confirm": "agent dispatcher",
  "GET /api/articles": "agent callback dispatcher agency qa editor",
  "GET /api/articles/search": "agent callback dispatcher agency qa editor",
  "GET /api/articles/:id": "agent callback dispatcher agency qa editor",
  "GET /api/articles/export": "editor",
  "PUT /api/articles/imports": "editor",
  "POST /api/articles/imports": "editor",
  "GET /api/articles/imports": "editor",
  "GET /api/articles/imports/:id": "editor",
  "PATCH /api/articles/imports/:id": "editor",
  "POST /api/articles/imports/:id/confirm": "editor",
  "POST /api/articles/imports/:id/cancel": "editor",
  "GET /api/articles/imports/:id/events": "editor",
  "GET /api/callbacks": "callback qa",
  "POST /api/callbacks": "callback dispatcher qa",
  "GET /api/callbacks/rates": "callback dispatcher qa",
  "GET /api/callbacks/trend": "callback dispatcher qa",
  "GET /api/callbacks/choices": "callback qa",
  "POST /api/callbacks/hear": "callback",
  "GET /api/callbacks/dialogue/:id": "callback qa",
  "GET /api/callbacks/:id": "callback qa",
  "PATCH /api/callbacks/:id": "callback dispatcher qa",
  "GET /api/callbacks/:id/script": "callback qa",
  "POST /api/callbacks/:id/attempts": "callback",
  "POST /api/callbacks/:id/result": "callback",
  "POST /api/wording/check": "agent callback qa",
  "PUT /api/calls/:id/recording": "agent callback",
  "GET /api/calls/:id/recording": "agent callback dispatcher qa",
  "GET /api/calls/:id/recording/peaks": "agent callback dispatcher qa",
  "GET /api/qa/calls": "agent callback qa",
  "GET /api/qa/calls/:id": "agent callback qa",
  "POST /api/qa/calls/:id/decisions": "qa",
  "POST /api/qa/calls/:id/suggestions": "qa",
  "POST /api/qa/calls/:id/acknowledge": "agent callback",
  "POST /api/qa/calls/:id/appeals": "agent callback",
  "GET /api/qa/appeals": "agent callback qa",
  "POST /api/qa/appeals/:id/outcome": "qa",
  "GET /api/qa/plans": "qa",
  "POST /api/qa/plans": "qa",
  "GET /api/qa/tasks": "qa",
  "POST /api/qa/tasks/next": "qa",
  "POST /api/qa/tasks/:id/assign": "qa",
  "GET /api/qa/reviewers": "qa",
  "GET /api/qa/agreement": "qa",
  "GET /api/qa/calibrations": "qa",
  "POST /api/qa/calibrations": "qa",
  "GET /api/qa/calibrations/:id": "qa",
  "POST /api/qa/calibrations/:id/end": "qa",
  "GET /api/qa/results": "agent callback qa",
  "GET /api/qa/results/export": "qa",
  "GET /api/qa/trends": "agent callback qa",
  "GET /api/qa/rescores": "qa",
  "POST /api/qa/rescores": "qa",
  "POST /api/qa/rescores/:id/pause": "qa",
  "POST /api/qa/rescores/:id/resume": "qa",
  "GET /api/qa/rubric": "agent callback qa",
  "GET /api/qa/items": "qa",
  "PUT /api/qa/items/:item": "qa",
  "GET /api/qa/notes": "agent callback qa",
  "POST /api/qa/notes": "qa",
  "POST /api/qa/notes/:id/seen": "agent callback",
  "GET /api/qa/seats": "qa",
  "PUT /api/qa/seats/:agentId": "qa",
  "GET /api/calls/:id/answers": "agent callback dispatcher qa",
  "POST /api/calls/:id/answers/tell": "agent callback",
  "POST /api/calls/:id/answers/:toldId/undo": "agent callback",
  "POST /api/feedback": "agent callback dispatcher agency qa editor",
  "GET /api/feedback": "editor",
  "POST /api/feedback/:id/decide": "editor",
  "GET /api/gaps": "editor",
  "GET /api/gaps/:id": "editor",
  "POST /api/gaps/:id/decide": "editor",
  "POST /api/gaps/:id/article": "editor",
  "GET /api/recalls": "agent callback dispatcher editor",
  "POST /api/recalls/:id/decide": "editor",
  "POST /api/recalls/:id/done": "agent callback dispatcher",
  "GET /api/hit-sets": "editor",
  "POST /api/hit-sets": "editor",
  "GET /api/hit-sets/:id": "editor",
  "PUT /api/hit-sets/:id": "editor",
  "POST /api/hit-sets/:id/runs": "editor",
  "GET /api/hit-runs/:id": "editor",
  "GET /api/article-use": "editor",
  "GET /api/articles/:id/use": "editor",
  "POST /api/articles/:id/quizzes": "editor",
  "GET /api/quizzes": "agent callback dispatcher agency qa editor",
  "POST /api/quizzes/:id/decide": "editor",
  "POST /api/quizzes/:id/answers": "agent callback dispatcher agency qa editor",
  "GET /api/quiz-scores": "editor",
  "GET /api/quiz-scores/mine": "agent callback dispatcher agency qa editor",
  "GET /api/articles/counts": "editor",
  "GET /api/articles/vectors": "editor",
  "GET /api/articles/facets": "agent callback dispatcher agency qa editor",
  "POST /api/articles": "editor",
  "POST /api/articles/preview": "editor",
  "PATCH /api/articles/:id": "editor",
  "POST /api/articles/:id/submit": "editor",
  "POST /api/articles/:id/withdraw": "editor",
  "POST /api/articles/:id/check": "editor",
  "POST /api/articles/:id/publish": "editor",
  "POST /api/articles/:id/unschedule": "editor",
  "POST /api/articles/:id/retire": "editor",
  "POST /api/articles/:id/restore": "editor",
  "POST /api/articles/:id/review": "editor",
  "GET /api/articles/conflicts": "editor",
  "GET /api/articles/:id/conflicts": "editor",
  "POST /api/articles/conflicts/:id/dismiss": "editor",
  "GET /api/articles/:id/versions": "agent callback dispatcher agency qa editor",
  "GET /api/articles/:id/versions/:number": "agent callback dispatcher agency qa editor",
  "GET /api/articles/:id/diff": "editor",
  "GET /api/articles/:id/notes": "editor",
  "POST /api/articles/:id/notes": "editor",
  "POST /api/articles/:id/notes/:noteId/resolve": "editor",
  "PUT /api/articles/:id/attachments": "editor",
  "GET /api/articles/:id/attachments/:attachmentId": "agent callback dispatcher agency qa editor",
  "DELETE /api/articles/:id/attachments/:attachmentId": "editor",
  "POST /api/articles/:id/fill": "agent callback dispatcher agency qa editor",
  "GET /api/answer-templates": "agent callback dispatcher agency qa editor",
  "POST /api/answer-templates/:id/fill": "agent callback dispatcher agency qa editor",
  "GET /api/bulletins": "agent callback dispatcher agency qa editor",
  "GET /api/audit": "admin",
  "GET /api/users": "admin",
  "POST /api/users": "admin",
  "PATCH /api/users/:id": "admin",
};

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp("embedded");
});
afterAll(() => t.close());

/** Asks with an empty body and an id that is not there: what matters is only whether the door opens. */
async function statusOf(route: string, username: string | null): Promise<number> {
  const [method = "", path = ""] = route.split(" ");
  const init = { method, ...(method === "GET" ? {} : { body: {} }) };
  const target = path.replace(":id", "no-such-id").replace("/*", "/");
  const response = await (username ? t.as(username, target, init) : t.request(target, init));
  await response.body?.cancel();
  return response.status;
}

test("every route of the app has a row, and every row a route", () => {
  const found = t.app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(found)].sort()).toEqual(Object.keys(matrix).sort());
});

const guarded = Object.entries(matrix).filter(([, who]) => who !== "open");

describe.each(guarded)("%s", (route, who) => {
  test("asks for a sign-in before anything else", async () => {
    expect(await statusOf(route, null)).toBe(401);
  });

  test.each(roles.filter((role) => !who.split(" ").includes(role)))("is closed to %s", async (role) => {
    expect(await statusOf(route, role)).toBe(403);
  });

  // Signing out would end the sessions that the other tests use.
  test.each(route.endsWith("sign-out") ? [] : who.split(" "))("opens for %s", async (role) => {
    expect([200, 202, 400, 404, 409]).toContain(await statusOf(route, role));
  });
});

test("an unknown address under /api says nothing to strangers and 404 to people", async () => {
  expect(await statusOf("GET /api/nothing", null)).toBe(401);
  expect(await statusOf("GET /api/nothing", "admin")).toBe(404);
  expect(await statusOf("DELETE /api/users", "admin")).toBe(404);
});
