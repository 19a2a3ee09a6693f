import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import type { ArticleKind, ArticleState, ConflictKind, NoteKind, Person } from "./schema.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** What an article says. The working copy and every version have the same fields. */
const content = {
  title: text("title").notNull(),
  body: text("body").notNull(),
  agency: text("agency"),
  legalBasis: text("legal_basis"),
  /** District the answer is for; null is the whole city. */
  region: text("region"),
  audience: text("audience"),
  item: text("item"),
  kind: text("kind").$type<ArticleKind>().notNull(),
  /** An outage or the like: it stands above other answers while it is valid. */
  bulletin: boolean("bulletin").notNull().default(false),
  validFrom: moment("valid_from"),
  /** First moment it no longer holds. */
  validUntil: moment("valid_until"),
};

/** The head of each article and its working copy, which only editors see. What readers find is in `article_versions`. */
export const articles = pgTable(
  "articles",
  {
    id: text("id").primaryKey(),
    /** The name in the city's own system: importing it again changes this row. */
    externalId: text("external_id").unique(),
    ...content,
    state: text("state").$type<ArticleState>().notNull(),
    /** Counts every change of this row: who edits says which one they saw. */
    version: integer("version").notNull().default(1),
    /** The version that readers get now; null when they get none. */
    publishedVersion: integer("published_version"),
    /** The version that waits for its moment `publishAt`. */
    scheduledVersion: integer("scheduled_version"),
    publishAt: moment("publish_at"),
    /** When somebody must look whether it is still right. */
    reviewDueAt: moment("review_due_at"),
    /** Everyone who wrote in the working copy since it was last published. */
    authors: jsonb("authors").$type<Person[]>().notNull().default([]),
    submittedBy: jsonb("submitted_by").$type<Person>(),
    checkedBy: jsonb("checked_by").$type<Person>(),
    createdBy: text("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    publishedAt: moment("published_at"),
    /** Of the imported fields, so that the same import changes nothing. */
    contentHash: text("content_hash").notNull(),
    /** The version that was last compared with the other articles. */
    comparedVersion: integer("compared_version"),
  },
  (table) => [
    index("articles_state_updated").on(table.state, table.updatedAt),
    index("articles_content_hash").on(table.contentHash),
    index("articles_publish_at").on(table.publishAt).where(sql`${table.publishAt} is not null`),
    index("articles_review_due").on(table.reviewDueAt),
  ],
);

/** What was published, word for word. Of a row only `shownUntil` ever changes. */
export const articleVersions = pgTable(
  "article_versions",
  {
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    ...content,
    /** First moment readers find it; null: always, as for what was imported as published. */
    shownFrom: moment("shown_from"),
    /** First moment they do not, since another version or nothing took its place. Equal to `shownFrom`: never shown. */
    shownUntil: moment("shown_until"),
    authors: jsonb("authors").$type<Person[]>().notNull(),
    checkedBy: jsonb("checked_by").$type<Person>(),
    publishedBy: jsonb("published_by").$type<Person>().notNull(),
    publishedAt: moment("published_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.number] })],
);

/** The pieces that are searched: each an exact substring of its version's body. Their vectors stand in `vectors/table.ts`. */
export const passages = pgTable(
  "passages",
  {
    id: text("id").primaryKey(),
    /** By which lists of words name it, see `postings/`; null: it is in none of them, since an earlier release put it in. */
    number: integer("number").unique(),
    articleId: text("article_id").notNull(),
    /** The number of the version. */
    version: integer("version").notNull(),
    ord: integer("ord").notNull(),
    /** Headings above it, outermost first. */
    path: text("path").notNull(),
    text: text("text").notNull(),
    /** Distinct words of the passage; those of the title and path also with `titleMark` before them. */
    tokens: text("tokens").array().notNull(),
  },
  (table) => [
    foreignKey({
      name: "passages_version",
      columns: [table.articleId, table.version],
      foreignColumns: [articleVersions.articleId, articleVersions.number],
    }).onDelete("cascade"),
    index("passages_article_version").on(table.articleId, table.version, table.ord),
    index("passages_tokens").using("gin", table.tokens).where(sql`${table.number} is null`),
  ],
);

/** What happened to an article and what people said about it, in one line. */
export const articleNotes = pgTable(
  "article_notes",
  {
    id: text("id").primaryKey(),
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    kind: text("kind").$type<NoteKind>().notNull(),
    text: text("text"),
    /** The words of the body that it is about. */
    quote: text("quote"),
    /** The version that it made or is about. */
    number: integer("number"),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    at: moment("at").notNull(),
    resolvedAt: moment("resolved_at"),
    resolvedByName: text("resolved_by_name"),
  },
  (table) => [index("article_notes_article").on(table.articleId, table.at)],
);

/** Forms and papers of an article. Their bytes are in the attachment store, by SHA-256. */
export const articleAttachments = pgTable(
  "article_attachments",
  {
    id: text("id").primaryKey(),
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    type: text("type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    sha256: text("sha256").notNull(),
    addedBy: text("added_by").notNull(),
    addedAt: moment("added_at").notNull(),
  },
  (table) => [unique("article_attachments_file").on(table.articleId, table.sha256)],
);

/** Two published articles that say the same, or not the same, to one question; or one that says what must never be said. */
export const articleConflicts = pgTable(
  "article_conflicts",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<ConflictKind>().notNull(),
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    quote: text("quote").notNull(),
    otherId: text("other_id").references(() => articles.id, { onDelete: "cascade" }),
    otherVersion: integer("other_version"),
    otherQuote: text("other_quote"),
    why: text("why").notNull(),
    similarity: real("similarity").notNull(),
    foundAt: moment("found_at").notNull(),
    dismissedByName: text("dismissed_by_name"),
    dismissedAt: moment("dismissed_at"),
    dismissReason: text("dismiss_reason"),
  },
  (table) => [
    index("article_conflicts_article").on(table.articleId),
    index("article_conflicts_other").on(table.otherId),
  ],
);
