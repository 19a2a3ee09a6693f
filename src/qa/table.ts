import { bigserial, boolean, index, integer, jsonb, pgTable, real, text, timestamp } from "drizzle-orm/pg-core";
import type { QaItem } from "./schema.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** The score of a call: what the engine said, and beside it what the call counts as after people's word. Who, when and what about is kept too, since lists and months ask for it. */
export const qaScores = pgTable(
  "qa_scores",
  {
    callId: text("call_id").primaryKey(),
    score: real("score"),
    band: real("band"),
    items: jsonb("items").$type<QaItem[]>().notNull(),
    rulesVersion: text("rules_version").notNull(),
    scoredAt: instant("scored_at").notNull(),
    direction: text("direction").$type<"inbound" | "callback" | "web">().notNull().default("inbound"),
    startedAt: instant("started_at").notNull().defaultNow(),
    agentId: text("agent_id"),
    title: text("title"),
    /** The lead agency, and the content item, of the order. */
    agency: text("agency"),
    category: text("category"),
    finalScore: real("final_score"),
    finalBand: real("final_band"),
    /** Items that cost points after people's word. */
    deducted: jsonb("deducted").$type<string[]>().notNull().default([]),
    /** Items that still wait for a person. */
    pending: integer("pending").notNull().default(0),
    decided: integer("decided").notNull().default(0),
    risk: real("risk").notNull().default(0),
    riskWhy: jsonb("risk_why").$type<string[]>().notNull().default([]),
    /** The part of the risk that is no item of the rubric: leading words, a record that differs. */
    leadingRisk: real("leading_risk").notNull().default(0),
    reviewedAt: instant("reviewed_at"),
    acknowledgedAt: instant("acknowledged_at"),
  },
  (table) => [
    index("qa_scores_risk").on(table.risk, table.callId),
    index("qa_scores_started").on(table.startedAt),
    index("qa_scores_agent").on(table.agentId, table.startedAt),
    index("qa_scores_version").on(table.rulesVersion, table.callId),
  ],
);

/** Scores that a later version of the rules replaced. They are never changed. */
export const qaOldScores = pgTable(
  "qa_old_scores",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    callId: text("call_id").notNull(),
    score: real("score"),
    band: real("band"),
    items: jsonb("items").$type<QaItem[]>().notNull(),
    rulesVersion: text("rules_version").notNull(),
    scoredAt: instant("scored_at").notNull(),
    replacedAt: instant("replaced_at").notNull(),
  },
  (table) => [index("qa_old_scores_call").on(table.callId, table.id)],
);

/** A seat: whose it is, the team, and whether it speaks dialect (X25). */
export const qaSeats = pgTable("qa_seats", {
  agentId: text("agent_id").primaryKey(),
  name: text("name"),
  team: text("team"),
  isDialect: boolean("is_dialect").notNull().default(false),
  changedBy: text("changed_by").notNull(),
  changedAt: instant("changed_at").notNull(),
});
