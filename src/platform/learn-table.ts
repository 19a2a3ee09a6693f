import { jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { Packed } from "./learn/pack.ts";

/** Classifiers that were trained under a name. Training again under the same name takes the place of the old one. */
export const classifiers = pgTable("classifiers", {
  name: text("name").primaryKey(),
  model: jsonb("model").$type<Packed>().notNull(),
  report: jsonb("report").notNull(),
  trainedBy: text("trained_by").notNull(),
  trainedAt: timestamp("trained_at", { withTimezone: true }).notNull(),
});
