import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { type Actor, may } from "../../platform/access.ts";
import type { Db } from "../../platform/context.ts";
import { notFound } from "../../platform/errors.ts";
import type { CaseState } from "../schema-case.ts";
import { callbackAttempts, callbackCases, callbackResults } from "../table.ts";

export type CaseRow = typeof callbackCases.$inferSelect;
export type AttemptRow = typeof callbackAttempts.$inferSelect;
export type ResultRow = typeof callbackResults.$inferSelect;

/** Sealed cases are there for the named roles only (R-V7). */
const visible = (actor: Actor): SQL | undefined =>
  may(actor, "callback.seal") ? undefined : eq(callbackCases.sealed, false);

/** Cases that the actor may see, those completed first before others: their time runs out first. */
export const selectCases = (
  db: Db,
  actor: Actor,
  filter: { state?: CaseState | undefined; agency?: string | undefined },
  limit: number,
): Promise<CaseRow[]> =>
  db
    .select()
    .from(callbackCases)
    .where(
      and(
        visible(actor),
        filter.state === undefined ? undefined : eq(callbackCases.state, filter.state),
        filter.agency === undefined ? undefined : eq(callbackCases.agency, filter.agency),
      ),
    )
    .orderBy(asc(callbackCases.completedAt), asc(callbackCases.id))
    .limit(limit);

/** How many cases that the actor may see are in each state. */
export const countCases = async (db: Db, actor: Actor): Promise<Map<CaseState, number>> => {
  const rows = await db
    .select({ state: callbackCases.state, n: sql<number>`count(*)::int` })
    .from(callbackCases)
    .where(visible(actor))
    .groupBy(callbackCases.state);
  return new Map(rows.map(({ state, n }) => [state, n]));
};

/** Throws AppError `not_found` for a case that is missing or hidden from the actor. */
export async function findCase(db: Db, actor: Actor, id: string, { isKept = false } = {}): Promise<CaseRow> {
  const found = db
    .select()
    .from(callbackCases)
    .where(and(eq(callbackCases.id, id), visible(actor)));
  const [row] = await (isKept ? found.for("update") : found);
  if (!row) throw notFound("回访");
  return row;
}

/** False when the order has a case already. */
export const insertCase = async (tx: Db, row: CaseRow): Promise<boolean> =>
  (await tx.insert(callbackCases).values(row).onConflictDoNothing().returning({ id: callbackCases.id })).length > 0;

export const updateCase = (tx: Db, id: string, change: Partial<CaseRow>) =>
  tx.update(callbackCases).set(change).where(eq(callbackCases.id, id));

/** The dials of these cases, oldest first. */
export const attemptsOf = async (db: Db, ids: readonly string[]): Promise<AttemptRow[]> =>
  ids.length === 0
    ? []
    : db
        .select()
        .from(callbackAttempts)
        .where(inArray(callbackAttempts.caseId, [...ids]))
        .orderBy(asc(callbackAttempts.at));

export const insertAttempt = (tx: Db, row: AttemptRow) => tx.insert(callbackAttempts).values(row).onConflictDoNothing();

/** The newest record of each of these cases. */
export const resultsOf = async (db: Db, ids: readonly string[]): Promise<ResultRow[]> =>
  ids.length === 0
    ? []
    : db
        .selectDistinctOn([callbackResults.caseId])
        .from(callbackResults)
        .where(inArray(callbackResults.caseId, [...ids]))
        .orderBy(callbackResults.caseId, desc(callbackResults.at), desc(callbackResults.id));

export const insertResult = (tx: Db, row: ResultRow) => tx.insert(callbackResults).values(row);

/** The newest record of each case that was recorded in a time, with what the case is. Sealed ones count too, without being named. */
export const recordedIn = async (db: Db, from: Date, until: Date) => {
  const last = db
    .selectDistinctOn([callbackResults.caseId])
    .from(callbackResults)
    .where(and(gte(callbackResults.at, from), lt(callbackResults.at, until)))
    .orderBy(callbackResults.caseId, desc(callbackResults.at), desc(callbackResults.id))
    .as("last");
  return db
    .select({
      at: last.at,
      script: last.script,
      answers: last.answers,
      agency: callbackCases.agency,
      street: callbackCases.street,
      item: callbackCases.item,
    })
    .from(last)
    .innerJoin(callbackCases, eq(callbackCases.id, last.caseId));
};
