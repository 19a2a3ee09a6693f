import { record } from "../../platform/audit.ts";
import { type Ctx, type Services, systemCtx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { SignIn } from "../users/index.ts";
import { endSession, endStaleSessions, findUserByName } from "../users/store.ts";
import { actorOf, SessionUser, type UserActor } from "./actor.ts";
import { type BetterAuth, refusalOf } from "./better-auth.ts";
import { longestSessionMs } from "./session-of.ts";

/** Where a request came from, for the audit and the limit of attempts. */
export type Caller = { address: string; requestId: string; signal: AbortSignal };

/** `cookies` are whole Set-Cookie values. */
export type Entered = { cookies: string[]; actor: UserActor };

/**
 * Checks the password and opens a session; the sign-in or its refusal is on record before the answer goes out.
 * Throws AppError `unauthenticated` for a wrong name or password alike, `forbidden` for a disabled person.
 */
export async function signIn(
  services: Services,
  api: BetterAuth["api"],
  input: SignIn,
  caller: Caller,
): Promise<Entered> {
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
    record(tx, ctx, "session.start", actor.userId);
  });
  return { cookies: headers.getSetCookie(), actor };
}

/** The name that was typed may be a password, so only a known person's id is kept. */
async function refuse(services: Services, input: SignIn, caller: Caller, error: unknown): Promise<never> {
  const cause = refusalOf(error);
  const known = await findUserByName(services.db, input.username.toLowerCase());
  const ctx = systemCtx(services, "sign-in", caller.signal, caller.requestId);
  await services.inTransaction((tx) => record(tx, ctx, "session.refuse", known?.id ?? "unknown"));
  throw new AppError("unauthenticated", "用户名或密码不正确", { cause });
}
