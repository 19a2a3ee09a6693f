import { createMiddleware } from "hono/factory";
import type { Services } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import type { SignedInEnv } from "./env.ts";
import type { Auth } from "./session/auth.ts";

/** Finds out who asks and gives the request its context; throws AppError `unauthenticated` otherwise. */
export const signInRequired = (services: Services, auth: Auth) =>
  createMiddleware<SignedInEnv>(async function signedIn(c, next) {
    const session = await auth.sessionOf(c.req.raw.headers);
    if (!session) throw new AppError("unauthenticated", "请先登录");
    for (const cookie of session.cookies) c.header("Set-Cookie", cookie, { append: true });
    const { requestId } = c.var;
    c.set("session", session);
    c.set("ctx", { ...services, actor: session.actor, requestId, signal: c.req.raw.signal });
    await next();
  });
