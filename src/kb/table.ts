import { halfvec, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { ArticleKind, ArticleState } from "./schema.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** What the base knows. Only a published article is ever found, and only while it is valid. */
export const articles = pgTable(
  "articles",
  {
    id: text("id").primaryKey(),
    /** The name in the city's own system: importing it again changes this row. */
    externalId: text("external_id").unique(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    agency: text("agency"),
    legalBasis: text("legal_basis"),
    /** District the answer is for; null is the whole city. */
    region: text("region"),
    audience: text("audience"),
    item: text("item"),
    kind: text("kind").$type<ArticleKind>().notNull(),
    state: text("state").$type<ArticleState>().notNull(),
    validFrom: moment("valid_from"),
    /** First moment it no longer holds. */
    validUntil: moment("valid_until"),
    version: integer("version").notNull().default(1),
    createdBy: text("created_by").notNull(),
    publishedBy: text("published_by"),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    publishedAt: moment("published_at"),
    /** Of the imported fields, so that the same import changes nothing. */
    contentHash: text("content_hash").notNull(),
    embedderId: text("embedder_id").notNull(),
  },
  (table) => [
    index("articles_state_updated").on(table.state, table.updatedAt),
    index("articles_content_hash").on(table.contentHash),
  ],
);

/** The pieces that are searched: each an exact substring of its article's body. */
export const passages = pgTable(
  "passages",
  {
    id: text("id").primaryKey(),
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    ord: integer("ord").notNull(),
    /** Headings above it, outermost first. */
    path: text("path").notNull(),
    text: text("text").notNull(),
    /** Distinct words of the passage; those of the title and path also with `titleMark` before them. */
    tokens: text("tokens").array().notNull(),
    embedding: halfvec("embedding", { dimensions: 512 }).notNull(),
  },
  (table) => [
    index("passages_article").on(table.articleId, table.ord),
    index("passages_tokens").using("gin", table.tokens),
    index("passages_embedding").using("hnsw", table.embedding.op("halfvec_cosine_ops")),
  ],
);
