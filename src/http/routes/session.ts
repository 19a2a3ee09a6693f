import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import { grants, may, type Permission, roles, roleTitles } from "../../platform/access.ts";
import type { Config } from "../../platform/config.ts";
import { type OpenEnv, openRoutes, signedInRoutes } from "../env.ts";
import { jsonBody, responses, signedInRoute } from "../route.ts";
import type { UserActor } from "../session/actor.ts";
import type { Auth } from "../session/auth.ts";
import { demoRoles, isDemo } from "../session/demo.ts";
import type { Caller } from "../session/sign-in.ts";
import { ChangePassword, Me, SignIn } from "../users/index.ts";

const tags = ["登录"];
const Done = z.object({ done: z.literal(true) });
const done = { done: true as const };
const Demo = z.object({
  isDemo: z.boolean(),
  roles: z.array(z.object({ role: z.enum(roles), title: z.string(), name: z.string(), second: z.boolean() })),
});

const signIn = createRoute({
  method: "post",
  path: "/api/auth/sign-in/username",
  tags,
  summary: "Sign in with username and password; sets the session cookie",
  request: { body: jsonBody(SignIn) },
  responses: responses(Done, "Signed in", ["invalid", "unauthenticated", "forbidden", "rate_limited"]),
});

const demo = createRoute({
  method: "get",
  path: "/api/demo",
  tags,
  summary: "Whether this is a demo, and the people one may sign in as",
  responses: responses(Demo, "The demo's people; none unless it is one", []),
});

const demoSignIn = createRoute({
  method: "post",
  path: "/api/demo/sign-in",
  tags,
  summary: "Sign in as the demo person of a role; only on the embedded demo",
  request: { body: jsonBody(z.strictObject({ role: z.enum(roles), second: z.boolean().optional() })) },
  responses: responses(Done, "Signed in", ["invalid", "forbidden", "not_found"]),
});

const callerOf = (c: Context<OpenEnv>): Caller => ({
  address: c.var.address,
  requestId: c.var.requestId,
  signal: c.req.raw.signal,
});

const setCookies = (c: Context, cookies: string[]) => {
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
};

/** Ways in. */
export const signInRoutes = (auth: Auth, config: Config) =>
  openRoutes()
    .openapi(signIn, async (c) => {
      setCookies(c, (await auth.signIn(c.req.valid("json"), callerOf(c))).cookies);
      return c.json(done, 200);
    })
    .openapi(demo, (c) => c.json({ isDemo: isDemo(config), roles: demoRoles(config) }, 200))
    .openapi(demoSignIn, async (c) => {
      setCookies(c, (await auth.demoSignIn(c.req.valid("json"), callerOf(c))).cookies);
      return c.json(done, 200);
    });

const me = signedInRoute(null, {
  method: "get",
  path: "/api/me",
  tags,
  summary: "Who is signed in and what their role may do",
  responses: responses(Me, "The signed-in person", ["unauthenticated"]),
});

const signOut = signedInRoute(null, {
  method: "post",
  path: "/api/auth/sign-out",
  tags,
  summary: "End the session",
  responses: responses(Done, "Signed out", ["unauthenticated", "forbidden"]),
});

const changePassword = signedInRoute(null, {
  method: "post",
  path: "/api/auth/change-password",
  tags,
  summary: "Set one's own password; ends one's other sessions",
  request: { body: jsonBody(ChangePassword) },
  responses: responses(Done, "Changed", ["invalid", "unauthenticated", "forbidden"]),
});

const meOf = (actor: UserActor, config: Config): Me => ({
  id: actor.userId,
  name: actor.name,
  role: actor.role,
  roleTitle: roleTitles[actor.role],
  agentId: actor.agentId,
  agency: actor.agency,
  permissions: (Object.keys(grants) as Permission[]).filter((permission) => may(actor, permission)),
  isDemo: isDemo(config),
});

/** What one does with one's own session. */
export const ownSessionRoutes = (auth: Auth, config: Config) =>
  signedInRoutes()
    .openapi(me, (c) => c.json(meOf(c.var.session.actor, config), 200))
    .openapi(signOut, async (c) => {
      setCookies(c, await auth.signOut(c.var.ctx, c.req.raw.headers));
      return c.json(done, 200);
    })
    .openapi(changePassword, async (c) => {
      setCookies(c, await auth.changePassword(c.var.ctx, c.req.raw.headers, c.req.valid("json")));
      return c.json(done, 200);
    });
