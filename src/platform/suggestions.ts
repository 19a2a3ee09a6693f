import { and, eq } from "drizzle-orm";
import { jsonb, pgTable, text, timestamp, unique } from "drizzle-orm/pg-core";
import { actorName } from "./access.ts";
import type { Ctx, Db } from "./context.ts";

export type Candidate = { value: string; confidence: number; why: string; evidence: number[] };
export type Decision = "accepted" | "changed" | "rejected";

/** What an engine proposed and what a person decided: acceptance, calibration and the training set come from here. */
export const suggestions = pgTable(
  "suggestions",
  {
    id: text("id").primaryKey(),
    /** What it is about: `order:<id>`, `call:<id>` or, for rows of a rubric, `qa:<id>` of a call. */
    subject: text("subject").notNull(),
    what: text("what").notNull(),
    candidates: jsonb("candidates").$type<Candidate[]>().notNull(),
    engine: text("engine").notNull(),
    engineVersion: text("engine_version").notNull(),
    inputHash: text("input_hash").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    decision: text("decision").$type<Decision>(),
    decidedValue: text("decided_value"),
    decidedBy: text("decided_by"),
    decidedAt: timestamp("decided_at", { withTimezone: true }),
    reason: text("reason"),
  },
  (table) => [unique("suggestions_subject_what").on(table.subject, table.what)],
);

export type Suggestion = typeof suggestions.$inferSelect;
export type NewSuggestion = Pick<
  Suggestion,
  "subject" | "what" | "candidates" | "engine" | "engineVersion" | "inputHash"
>;

/** Keeps what was suggested. A second suggestion for the same subject and thing changes nothing. */
export async function suggest(tx: Db, ctx: Ctx, rows: readonly NewSuggestion[]): Promise<void> {
  if (!rows.length) return;
  const createdAt = ctx.now();
  const values = rows.map((row) => ({ ...row, id: `${row.subject}/${row.what}`, createdAt }));
  await tx.insert(suggestions).values(values).onConflictDoNothing();
}

export const suggestionsFor = (db: Db, subject: string): Promise<Suggestion[]> =>
  db.select().from(suggestions).where(eq(suggestions.subject, subject)).orderBy(suggestions.what);

/** A person's word on a suggestion: accepted when the decided value is the first candidate, else changed; null rejects it. */
export async function decide(
  tx: Db,
  ctx: Ctx,
  input: { subject: string; what: string; value: string | null; reason?: string },
): Promise<void> {
  const isIt = and(eq(suggestions.subject, input.subject), eq(suggestions.what, input.what));
  const [row] = await tx.select({ candidates: suggestions.candidates }).from(suggestions).where(isIt);
  if (!row) return;
  const isFirst = (row.candidates[0]?.value ?? null) === input.value;
  const decision: Decision = isFirst ? "accepted" : input.value === null ? "rejected" : "changed";
  const by = actorName(ctx.actor);
  await tx
    .update(suggestions)
    .set({ decision, decidedValue: input.value, decidedBy: by, decidedAt: ctx.now(), reason: input.reason ?? null })
    .where(isIt);
}
