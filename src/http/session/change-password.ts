import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ChangePassword } from "../users/index.ts";
import { ownerOf } from "./actor.ts";
import { type BetterAuth, refusalOf } from "./better-auth.ts";

/**
 * Sets one's own password and ends one's other sessions. Gives the cookies of the new session.
 * Throws AppError `invalid` when the current password is wrong.
 */
export async function changePassword(
  ctx: Ctx,
  api: BetterAuth["api"],
  headers: Headers,
  input: ChangePassword,
): Promise<string[]> {
  const body = { ...input, revokeOtherSessions: true };
  const { headers: answer } = await api.changePassword({ headers, body, returnHeaders: true }).catch(refuse);
  await ctx.inTransaction((tx) => record(tx, ctx, "user.password", ownerOf(ctx)));
  return answer.getSetCookie();
}

function refuse(error: unknown): never {
  throw new AppError("invalid", "当前密码不正确", { cause: refusalOf(error) });
}
