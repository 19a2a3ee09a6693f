import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { isAPIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { username } from "better-auth/plugins/username";
import type { Services } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { appAccount, appSession, appUser, appVerification } from "../auth-table.ts";

/** A session ends after this time without a request. */
const idleSec = 30 * 60;
const refreshEverySec = 60;

export type BetterAuth = ReturnType<typeof openBetterAuth>;

const hidden = { type: "string", required: false, input: false } as const;

/**
 * better-auth over our tables: passwords, session rows and signed cookies. Its own HTTP handler is not mounted;
 * `auth.ts` calls the few endpoints we offer, so nothing else of it can be reached (sign-up, changes of one's own row).
 */
export function openBetterAuth({ config, db, log }: Services, secret: string) {
  return betterAuth({
    secret,
    baseURL: config.publicUrl ?? `http://localhost:${config.port}`,
    database: drizzleAdapter(db, {
      provider: "pg",
      schema: { user: appUser, session: appSession, account: appAccount, verification: appVerification },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    plugins: [username({ displayUsername: false })],
    user: {
      additionalFields: { role: hidden, agentId: hidden, agency: hidden, disabledAt: { ...hidden, type: "date" } },
    },
    session: { expiresIn: idleSec, updateAge: refreshEverySec, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: "tingsu",
      useSecureCookies: config.publicUrl?.startsWith("https:") ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error", log: (level, message) => log.error({ level }, message) },
  });
}

/** A refusal of better-auth, for whom to tell; throws everything else, where it hides the cause: the database is away. */
export function refusalOf(error: unknown): Error {
  if (!isAPIError(error)) throw error;
  if (error.statusCode >= 500) throw new AppError("unavailable", "暂时无法核实登录，请稍后再试", { cause: error });
  return error;
}
