import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { ownerOf } from "./actor.ts";
import type { BetterAuth } from "./better-auth.ts";

/** Ends the session that the cookie names. Gives the cookies that clear it. */
export async function signOut(ctx: Ctx, api: BetterAuth["api"], headers: Headers): Promise<string[]> {
  const { headers: answer } = await api.signOut({ headers, returnHeaders: true });
  await ctx.inTransaction((tx) => record(tx, ctx, "session.end", ownerOf(ctx)));
  return answer.getSetCookie();
}
