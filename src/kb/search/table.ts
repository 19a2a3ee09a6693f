import { customType, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** What search has learned from the base as it is. Each process keeps its copy until the revision is another one. */
export const searchLearned = pgTable("search_learned", {
  /** `statistics`, `links` or `asked`. */
  id: text("id").primaryKey(),
  revision: integer("revision").notNull(),
  /** Articles, or pairs of question and answer, that it was learned from. */
  rows: integer("rows").notNull(),
  content: bytes("content").notNull(),
  learnedAt: timestamp("learned_at", { withTimezone: true }).notNull(),
});

/** A question and the article that a person confirmed for it, or that the office has as its answer: what the bridge learns from. */
export const answerPairs = pgTable("answer_pairs", {
  id: text("id").primaryKey(),
  /** Masked. */
  question: text("question").notNull(),
  articleId: text("article_id").notNull(),
  source: text("source").notNull(),
  addedAt: timestamp("added_at", { withTimezone: true }).notNull(),
});
