import type { Services } from "../../platform/context.ts";
import { endSession } from "../users/store.ts";
import { actorOf, SessionUser, type UserActor } from "./actor.ts";
import { type BetterAuth, refusalOf } from "./better-auth.ts";

/** However busy its owner is, a session ends after this time. better-auth has no such limit, so we keep it. */
export const longestSessionMs = 12 * 3600 * 1000;

/** `cookies` are whole Set-Cookie values that make the cookie last as long as the session. */
export type Session = { actor: UserActor; cookies: string[] };

/** Who the cookie belongs to; null when it is missing, over or its owner disabled. `isQuiet` does not count as activity. */
export async function sessionOf(
  services: Services,
  api: BetterAuth["api"],
  headers: Headers,
  { isQuiet }: { isQuiet: boolean },
): Promise<Session | null> {
  const query = isQuiet ? { disableRefresh: true } : {};
  const { headers: answer, response } = await api
    .getSession({ headers, query, returnHeaders: true })
    .catch((error: unknown) => {
      throw refusalOf(error);
    });
  if (!response) return null;
  const { token, createdAt } = response.session;
  const user = SessionUser.parse(response.user);
  const isOver = services.now().getTime() - createdAt.getTime() >= longestSessionMs;
  if (isOver) await endSession(services.db, token);
  if (isOver || user.disabledAt) return null;
  return { actor: actorOf(user), cookies: answer.getSetCookie() };
}
