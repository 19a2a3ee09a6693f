import { and, asc, eq, inArray, isNull, lt, or, type SQL } from "drizzle-orm";
import type { Db } from "../../platform/context.ts";
import { appAccount, appSession, appUser } from "../auth-table.ts";

export type UserRow = typeof appUser.$inferSelect;

const one = async (db: Db, which: SQL): Promise<UserRow | undefined> =>
  (await db.select().from(appUser).where(which))[0];

export const findUserByName = (db: Db, username: string) => one(db, eq(appUser.username, username));

export const selectUsers = (db: Db): Promise<UserRow[]> => db.select().from(appUser).orderBy(asc(appUser.username));

/** Inserts a person with the hash of a password; false when the username is taken. */
export async function insertUser(tx: Db, user: UserRow, passwordHash: string, accountId: string): Promise<boolean> {
  const inserted = await tx.insert(appUser).values(user).onConflictDoNothing().returning({ id: appUser.id });
  if (!inserted.length) return false;
  const { id: userId, createdAt, updatedAt } = user;
  const credential = { id: accountId, accountId: userId, providerId: "credential", userId };
  await tx.insert(appAccount).values({ ...credential, password: passwordHash, createdAt, updatedAt });
  return true;
}

export const setPasswordHash = (tx: Db, userId: string, password: string, updatedAt: Date) =>
  tx.update(appAccount).set({ password, updatedAt }).where(eq(appAccount.userId, userId));

/** Null lets the person in again. Gives nothing back when there is no such person. */
export const setDisabled = async (
  tx: Db,
  id: string,
  disabledAt: Date | null,
  updatedAt: Date,
): Promise<UserRow | undefined> =>
  (await tx.update(appUser).set({ disabledAt, updatedAt }).where(eq(appUser.id, id)).returning())[0];

export const endSessionsOf = (tx: Db, userId: string) => tx.delete(appSession).where(eq(appSession.userId, userId));

export const endSession = (db: Db, token: string) => db.delete(appSession).where(eq(appSession.token, token));

/** Clears sessions that can no longer be used. */
export const endStaleSessions = (db: Db, now: Date, startedBefore: Date) =>
  db.delete(appSession).where(or(lt(appSession.expiresAt, now), lt(appSession.createdAt, startedBefore)));

/** People of the role qa who may sign in; with `ids` only those. */
export const selectReviewers = (db: Db, ids?: readonly string[]): Promise<{ id: string; name: string }[]> =>
  db
    .select({ id: appUser.id, name: appUser.name })
    .from(appUser)
    .where(and(eq(appUser.role, "qa"), isNull(appUser.disabledAt), ids && inArray(appUser.id, [...ids])))
    .orderBy(asc(appUser.name));
