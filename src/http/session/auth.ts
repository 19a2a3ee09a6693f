import type { Ctx, Services } from "../../platform/context.ts";
import { authSecret } from "../auth-secret.ts";
import type { ChangePassword, SignIn } from "../users/index.ts";
import { openBetterAuth } from "./better-auth.ts";
import { changePassword } from "./change-password.ts";
import { type DemoPerson, demoSignIn } from "./demo.ts";
import { type Session, sessionOf } from "./session-of.ts";
import { type Caller, signIn } from "./sign-in.ts";
import { signInLimit } from "./sign-in-limit.ts";
import { signOut } from "./sign-out.ts";

/** What the doors need of sign-in; each is told at its verb. Cookies are whole Set-Cookie values. */
export type Auth = ReturnType<typeof openAuth>;

/** Opens sign-in over the services' database. Throws where `authSecret` does. */
export function openAuth(services: Services) {
  const secret = authSecret(services.config);
  const { api } = openBetterAuth(services, secret);
  const limit = signInLimit(services.now);
  const enter = (input: SignIn, caller: Caller) => signIn(services, api, input, caller);
  return {
    /** Throws also AppError `rate_limited` at the sixth attempt in a minute. */
    async signIn(input: SignIn, caller: Caller) {
      const key = `${input.username.toLowerCase()}|${caller.address}`;
      limit.attempt(key);
      const entered = await enter(input, caller);
      limit.passed(key);
      return entered;
    },
    demoSignIn: (person: DemoPerson, caller: Caller) => demoSignIn(services, secret, person, caller, enter),
    sessionOf: (headers: Headers, { isQuiet = false } = {}): Promise<Session | null> =>
      sessionOf(services, api, headers, { isQuiet }),
    signOut: (ctx: Ctx, headers: Headers) => signOut(ctx, api, headers),
    changePassword: (ctx: Ctx, headers: Headers, input: ChangePassword) => changePassword(ctx, api, headers, input),
  };
}
