import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { createApp, createUser, openAuth } from "../../src/http/index.ts";
import { Call, insertOrder, type Order, receiveCall } from "../../src/orders/index.ts";
import { type Role, roles } from "../../src/platform/access.ts";
import { parseConfig } from "../../src/platform/config.ts";
import { type Ctx, type Services, systemCtx } from "../../src/platform/context.ts";
import { openServices } from "../../src/services.ts";
import { freshDatabase } from "../support/postgres.ts";

export type Engine = "embedded" | "postgres";
export const engines: Engine[] = ["embedded", "postgres"];
export const isMissing = (engine: Engine) => engine === "postgres" && !inject("postgresUrl");

export const password = "correct-horse-battery";
export const agencyName = "东湖区望湖街道办事处";

/** People are called by their role; a username has three letters at least. */
export const usernameOf = (who: string) => `u.${who}`;

type Init = { method?: string; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal };
export type TestApp = Awaited<ReturnType<typeof openTestApp>>;

/** The whole app over an empty database, with one person a role (and a second agent and editor), without a port. */
export async function openTestApp(engine: Engine, change: (services: Services) => Partial<Services> = () => ({})) {
  const database = engine === "postgres" ? await freshDatabase(inject("postgresUrl") ?? "") : null;
  const config = parseConfig({
    DATA_DIR: "memory://",
    LOG_LEVEL: "silent",
    AUTH_SECRET: randomUUID(),
    ...(database ? { DATABASE_URL: database.url } : {}),
  });
  const opened = await openServices(config, { queues: false });
  const services: Services = { ...opened, ...change(opened) };
  const auth = openAuth(services);
  const app = createApp(services, auth);
  const ctx: Ctx = systemCtx(services, "test", new AbortController().signal, "test");
  const request = (path: string, { method = "GET", body, headers = {}, signal }: Init = {}) =>
    app.request(`http://localhost${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  const signIn = async (who: string, secret = password) => {
    const body = { username: usernameOf(who), password: secret };
    const response = await request("/api/auth/sign-in/username", { method: "POST", body });
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
  };
  const people = new Map<string, { id: string; cookie: string }>();
  const addPerson = async (who: string, role: Role, agentId: string | null) => {
    const agency = role === "agency" ? agencyName : null;
    const user = await createUser(ctx, { username: usernameOf(who), password, name: who, role, agentId, agency });
    people.set(who, { id: user.id, cookie: await signIn(who) });
  };
  for (const role of roles) await addPerson(role, role, role === "agent" ? "A1" : null);
  await addPerson("agent.two", "agent", "A2");
  await addPerson("editor.two", "editor", null);
  const cookieOf = (who: string) => people.get(who)?.cookie ?? "";
  return {
    app,
    auth,
    services,
    ctx,
    request,
    signIn,
    idOf: (who: string) => people.get(who)?.id ?? "",
    cookieOf,
    as: (who: string, path: string, init: Init = {}) =>
      request(path, { ...init, headers: { cookie: cookieOf(who), ...init.headers } }),
    async close() {
      await opened.close();
      await database?.drop();
    },
  };
}

/** An inbound call of a seat (null: of none). */
export const callOf = (id: string, agentId: string | null = "A1", direction = "inbound") => ({
  id,
  direction,
  startedAt: "2026-03-05T09:12:00+08:00",
  callerNumber: "13800000000",
  agentId,
  utterances: [
    { i: 0, speaker: "agent", startMs: 0, endMs: 2000, text: "您好，请问您需要什么帮助？" },
    {
      i: 1,
      speaker: "citizen",
      startMs: 2100,
      endMs: 8000,
      text: "我姓王，昨天晚上十点望湖街道科苑路工地夜间施工太吵了，请你们管一管。",
    },
  ],
});

/** Puts a call and its draft order in, as the engines would leave them. Gives back the order's id. */
export async function addOrder(
  { services, ctx }: TestApp,
  call: ReturnType<typeof callOf>,
  dispatchedTo: string | null,
) {
  await receiveCall(ctx, Call.parse(call));
  const row: Order = {
    id: `order-of-${call.id}`,
    callId: call.id,
    version: 1,
    state: "draft",
    kind: "投诉",
    kindConfidence: 0.9,
    kindWhy: "来电人要求处理",
    urgent: "一般",
    urgentClass: null,
    urgentWhy: "",
    scope: "受理",
    scopeWhy: "",
    category: { level1: "城建环保类", item: "夜间施工噪声", confidence: 0.8, candidates: [] },
    district: null,
    street: null,
    confidential: false,
    elements: { name: { value: "王", status: "已记录", quote: "我姓王", evidence: [1], engine: "rules" } },
    missing: ["contact"],
    threatQuotes: [],
    title: "夜间施工噪声",
    summary: "来电人反映工地夜间施工噪声大，要求处理。",
    directAnswer: false,
    agencies: { lead: "市住建局", confidence: 0.7, why: "职责", co: [], copyTo: [], candidates: [], abstained: false },
    clocks: [],
    answers: [],
    dispatchedTo,
    rulesVersion: "test",
    heard: null,
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
    confirmedBy: null,
    confirmedByName: null,
    confirmedAt: null,
  };
  await services.inTransaction((tx) => insertOrder(tx, row));
  return row.id;
}
