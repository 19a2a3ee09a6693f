import { sql } from "drizzle-orm";
import { boolean, index, jsonb, pgTable, text, timestamp, unique } from "drizzle-orm/pg-core";
import type { CallbackReview } from "./schema.ts";
import type { CaseState, Difference, RecordedAnswers } from "./schema-case.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** What the engine heard in a callback, beside which the recorded answers stand. */
export const callbackReviews = pgTable("callback_reviews", {
  callId: text("call_id").primaryKey(),
  review: jsonb("review").$type<CallbackReview>().notNull(),
  rulesVersion: text("rules_version").notNull(),
  reviewedAt: instant("reviewed_at").notNull(),
});

/** An order whose requester is to be called back, with the facts that the plan and the script need. */
export const callbackCases = pgTable(
  "callback_cases",
  {
    /** The order's id, ours or another system's. */
    id: text("id").primaryKey(),
    title: text("title").notNull(),
    content: text("content").notNull(),
    contact: text("contact"),
    callerName: text("caller_name"),
    kind: text("kind"),
    agency: text("agency"),
    street: text("street"),
    item: text("item"),
    completedAt: instant("completed_at").notNull(),
    confidential: boolean("confidential").notNull(),
    refusesCallback: boolean("refuses_callback").notNull(),
    /** A key person whom leaders ordered not to call (R-V7): only named roles see the row. */
    sealed: boolean("sealed").notNull().default(false),
    sealedWhy: text("sealed_why"),
    state: text("state").$type<CaseState>().notNull(),
    addedBy: text("added_by").notNull(),
    addedAt: instant("added_at").notNull(),
  },
  (table) => [
    index("callback_cases_state").on(table.state, table.completedAt),
    index("callback_cases_sealed").on(table.id).where(sql`${table.sealed}`),
  ],
);

/** A dial and what came of it. */
export const callbackAttempts = pgTable(
  "callback_attempts",
  {
    id: text("id").primaryKey(),
    caseId: text("case_id")
      .notNull()
      .references(() => callbackCases.id),
    result: text("result").notNull(),
    callId: text("call_id"),
    by: text("by").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    unique("callback_attempts_moment").on(table.caseId, table.at),
    index("callback_attempts_at").on(table.at),
  ],
);

/** What was recorded as the citizen's answers. Rows are only added: the newest of a case counts. */
export const callbackResults = pgTable(
  "callback_results",
  {
    id: text("id").primaryKey(),
    caseId: text("case_id")
      .notNull()
      .references(() => callbackCases.id),
    callId: text("call_id"),
    /** The script whose words were used: rates are told by it. */
    script: text("script").notNull(),
    answers: jsonb("answers").$type<RecordedAnswers>().notNull(),
    differences: jsonb("differences").$type<Difference[]>().notNull(),
    differenceReason: text("difference_reason"),
    byId: text("by_id").notNull(),
    by: text("by").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [index("callback_results_case").on(table.caseId, table.at), index("callback_results_at").on(table.at)],
);
