import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../../platform/context.ts";
import { qaDecisions, qaItemStates } from "../table-review.ts";

export type ItemStateRow = typeof qaItemStates.$inferSelect;

/** Items that may not cost points now, with the reason that people read. */
export const hintOnlyItems = async (db: Db): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.select().from(qaItemStates).where(eq(qaItemStates.isHintOnly, true));
  return new Map(rows.map((row) => [row.item, row.reason ?? "人工认同率低，仅提示"]));
};

export const itemStates = (db: Db): Promise<ItemStateRow[]> => db.select().from(qaItemStates);

export const itemState = async (db: Db, item: string): Promise<ItemStateRow | undefined> =>
  (await db.select().from(qaItemStates).where(eq(qaItemStates.item, item)))[0];

export const putItemState = (tx: Db, row: ItemStateRow) =>
  tx.insert(qaItemStates).values(row).onConflictDoUpdate({ target: qaItemStates.item, set: row });

/** Of the engine's deductions on an item that people judged: how many, and how many they let stand. The last official word on each call counts. */
export async function countAgreement(db: Db, item: string): Promise<{ decided: number; agreed: number }> {
  const last = db
    .selectDistinctOn([qaDecisions.callId], { verdict: qaDecisions.verdict })
    .from(qaDecisions)
    .where(
      and(
        eq(qaDecisions.item, item),
        eq(qaDecisions.engineVerdict, "扣分"),
        inArray(qaDecisions.kind, ["复核", "申诉"]),
      ),
    )
    .orderBy(qaDecisions.callId, sql`${qaDecisions.at} desc`)
    .as("last");
  const [row] = await db
    .select({
      decided: sql<number>`count(*)::int`,
      agreed: sql<number>`(count(*) filter (where ${last.verdict} = '扣分'))::int`,
    })
    .from(last);
  return row ?? { decided: 0, agreed: 0 };
}
