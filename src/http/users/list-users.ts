import { authorize, roleTitles } from "../../platform/access.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Ctx } from "../../platform/context.ts";
import type { User } from "./schema.ts";
import { selectUsers, type UserRow } from "./store.ts";

/** Everyone who has an account, by username. */
export async function listUsers(ctx: Ctx): Promise<User[]> {
  authorize(ctx.actor, "user.manage");
  return (await selectUsers(ctx.db)).map(shownUser);
}

/** What administrators see of a person. */
export const shownUser = (row: UserRow): User => ({
  id: row.id,
  username: row.username,
  name: row.name,
  role: row.role,
  roleTitle: roleTitles[row.role],
  agentId: row.agentId,
  agency: row.agency,
  isDisabled: row.disabledAt !== null,
  createdAt: toShanghaiIso(row.createdAt),
});
