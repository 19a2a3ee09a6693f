import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { NewUser } from "./schema.ts";
import { insertUser, type UserRow } from "./store.ts";

/**
 * Makes an account; there is no other way to get one. Also for the command line, with a system context.
 * Throws AppError `conflict` when the username is taken, `forbidden`.
 */
export async function createUser(ctx: Ctx, input: NewUser): Promise<UserRow> {
  authorize(ctx.actor, "user.manage");
  const passwordHash = await hashPassword(input.password);
  const id = randomUUID();
  const now = ctx.now();
  const user: UserRow = {
    id,
    name: input.name,
    email: `${id}@users.invalid`,
    emailVerified: false,
    image: null,
    username: input.username,
    role: input.role,
    agentId: input.agentId ?? null,
    agency: input.agency ?? null,
    disabledAt: null,
    createdAt: now,
    updatedAt: now,
  };
  await ctx.inTransaction(async (tx) => {
    const isNew = await insertUser(tx, user, passwordHash, randomUUID());
    if (!isNew) throw new AppError("conflict", "用户名已被使用，请换一个");
    record(tx, ctx, "user.create", id, { role: user.role });
  });
  return user;
}
