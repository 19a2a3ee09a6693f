import { jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { CallbackReview } from "./schema.ts";

/** What the engine heard in a callback, beside which the recorded answers will stand. */
export const callbackReviews = pgTable("callback_reviews", {
  callId: text("call_id").primaryKey(),
  review: jsonb("review").$type<CallbackReview>().notNull(),
  rulesVersion: text("rules_version").notNull(),
  reviewedAt: timestamp("reviewed_at", { withTimezone: true }).notNull(),
});
