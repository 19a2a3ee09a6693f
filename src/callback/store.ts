import { eq } from "drizzle-orm";
import type { Db } from "../platform/context.ts";
import type { CallbackReview } from "./schema.ts";
import { callbackReviews } from "./table.ts";

/** Keeps the first review of a callback; false when it has one. */
export const insertReview = async (tx: Db, row: typeof callbackReviews.$inferInsert): Promise<boolean> =>
  (await tx.insert(callbackReviews).values(row).onConflictDoNothing().returning({ id: callbackReviews.callId }))
    .length > 0;

export const reviewOfCall = async (db: Db, callId: string): Promise<CallbackReview | undefined> =>
  (await db.select().from(callbackReviews).where(eq(callbackReviews.callId, callId)))[0]?.review;
