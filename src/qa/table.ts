import { jsonb, pgTable, real, text, timestamp } from "drizzle-orm/pg-core";
import type { QaItem } from "./schema.ts";

/** The engine's score of a call. It is a suggestion until a reviewer says otherwise. */
export const qaScores = pgTable("qa_scores", {
  callId: text("call_id").primaryKey(),
  score: real("score"),
  band: real("band"),
  items: jsonb("items").$type<QaItem[]>().notNull(),
  rulesVersion: text("rules_version").notNull(),
  scoredAt: timestamp("scored_at", { withTimezone: true }).notNull(),
});
