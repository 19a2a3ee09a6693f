import { isAPIError } from "better-auth/api";
import { z } from "zod";
import { type Actor, roles } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import { type Ctx, type Services, systemCtx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { authSecret } from "../auth-secret.ts";
import type { ChangePassword, SignIn } from "../users/index.ts";
import { endSession, endStaleSessions, findUserByName } from "../users/store.ts";
import { openBetterAuth } from "./better-auth.ts";
import { demoSignIn } from "./demo.ts";
import { signInLimit } from "./sign-in-limit.ts";

/** However busy its owner is, a session ends after this time. better-auth has no such limit, so we keep it. */
const longestSessionMs = 12 * 3600 * 1000;

export type UserActor = Extract<Actor, { kind: "user" }>;
export type Session = { actor: UserActor; token: string; expiresAt: Date; cookies: string[] };

/** Where a request came from, for the audit and the limit of attempts. */
export type Caller = { address: string; requestId: string; signal: AbortSignal };

/** What the doors need of sign-in. Cookies are whole Set-Cookie values. */
export type Auth = ReturnType<typeof openAuth>;

const SessionUser = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  agentId: z.string().nullish(),
  agency: z.string().nullish(),
  disabledAt: z.date().nullish(),
});

const actorOf = ({ id, name, role, agentId, agency }: z.infer<typeof SessionUser>): UserActor => ({
  kind: "user",
  userId: id,
  name,
  role,
  agentId: agentId ?? null,
  agency: agency ?? null,
});

/** Opens sign-in over the services' database. Throws where `authSecret` does. */
export function openAuth(services: Services) {
  const secret = authSecret(services.config);
  const { api } = openBetterAuth(services, secret);
  const limit = signInLimit(services.now);

  const enter = async (input: SignIn, caller: Caller): Promise<{ cookies: string[]; actor: UserActor }> => {
    const { headers, response } = await api
      .signInUsername({ body: input, returnHeaders: true })
      .catch((error: unknown) => refuse(services, input, caller, error));
    const user = SessionUser.parse(response.user);
    if (user.disabledAt) {
      await endSession(services.db, response.token);
      throw new AppError("forbidden", "账号已停用，请联系管理员");
    }
    const actor = actorOf(user);
    const ctx: Ctx = { ...services, actor, requestId: caller.requestId, signal: caller.signal };
    const now = services.now();
    await services.inTransaction(async (tx) => {
      await endStaleSessions(tx, now, new Date(now.getTime() - longestSessionMs));
      await record(tx, ctx, "session.start", actor.userId);
    });
    return { cookies: headers.getSetCookie(), actor };
  };

  return {
    /** Throws AppError `unauthenticated` for a wrong name or password alike, `forbidden` for a disabled person, `rate_limited`. */
    async signIn(input: SignIn, caller: Caller) {
      const key = `${input.username.toLowerCase()}|${caller.address}`;
      limit.attempt(key);
      const entered = await enter(input, caller);
      limit.passed(key);
      return entered;
    },

    /** Signs a demo person in without a password; AppError `not_found` unless this is an embedded demo. */
    demoSignIn: (role: UserActor["role"], caller: Caller) => demoSignIn(services, secret, role, caller, enter),

    /** Who the cookie belongs to; null when it is missing, over or its owner disabled. `isQuiet` does not count as activity. */
    async sessionOf(headers: Headers, { isQuiet = false } = {}): Promise<Session | null> {
      const query = isQuiet ? { disableRefresh: true } : {};
      const { headers: answer, response } = await api.getSession({ headers, query, returnHeaders: true });
      if (!response) return null;
      const { token, createdAt, expiresAt } = response.session;
      const user = SessionUser.parse(response.user);
      const isOver = services.now().getTime() - createdAt.getTime() >= longestSessionMs;
      if (isOver) await endSession(services.db, token);
      if (isOver || user.disabledAt) return null;
      return { actor: actorOf(user), token, expiresAt, cookies: answer.getSetCookie() };
    },

    /** Ends the session and gives the cookies that clear it. */
    async signOut(ctx: Ctx, headers: Headers): Promise<string[]> {
      const { headers: answer } = await api.signOut({ headers, returnHeaders: true });
      const userId = ctx.actor.kind === "user" ? ctx.actor.userId : "system";
      await ctx.inTransaction((tx) => record(tx, ctx, "session.end", userId));
      return answer.getSetCookie();
    },

    /** Sets one's own password and ends one's other sessions. AppError `invalid` when the current one is wrong. */
    async changePassword(ctx: Ctx, headers: Headers, input: ChangePassword): Promise<string[]> {
      const body = { ...input, revokeOtherSessions: true };
      const { headers: answer } = await api
        .changePassword({ headers, body, returnHeaders: true })
        .catch((error: unknown) => {
          if (isAPIError(error) && error.statusCode < 500)
            throw new AppError("invalid", "当前密码不正确", { cause: error });
          throw error;
        });
      const userId = ctx.actor.kind === "user" ? ctx.actor.userId : "system";
      await ctx.inTransaction((tx) => record(tx, ctx, "user.password", userId));
      return answer.getSetCookie();
    },
  };
}

/** Puts a refused sign-in on record; the name that was typed may be a password, so only a known id is kept. */
async function refuse(services: Services, input: SignIn, caller: Caller, error: unknown): Promise<never> {
  if (!isAPIError(error) || error.statusCode >= 500) throw error;
  const known = await findUserByName(services.db, input.username.toLowerCase());
  const ctx = systemCtx(services, "sign-in", caller.signal, caller.requestId);
  await services.inTransaction((tx) => record(tx, ctx, "session.refuse", known?.id ?? "unknown"));
  throw new AppError("unauthenticated", "用户名或密码不正确", { cause: error });
}
