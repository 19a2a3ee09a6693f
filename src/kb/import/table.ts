import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { ImportReport, Person } from "../schema.ts";
import type { Encoding } from "./read/reading.ts";
import type { ImportFault, ImportMapping, ImportPreview, ImportState } from "./schema.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A file of articles that somebody brought: read, looked at by a person, and taken in. Its bytes are in the import store, by SHA-256. */
export const articleImports = pgTable(
  "article_imports",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    sha256: text("sha256").notNull(),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    state: text("state").$type<ImportState>().notNull(),
    /** Counts what people and jobs decided, not the progress. */
    version: integer("version").notNull().default(1),
    publish: boolean("publish").notNull().default(false),
    /** What a person said of the columns; the rest is guessed. */
    mapping: jsonb("mapping").$type<ImportMapping>().notNull().default({}),
    encoding: text("encoding").$type<Encoding>(),
    preview: jsonb("preview").$type<ImportPreview>(),
    faults: jsonb("faults").$type<ImportFault[]>().notNull().default([]),
    faultCount: integer("fault_count").notNull().default(0),
    /** Articles of the file that are behind us. An import that was cut off goes on after them. */
    done: integer("done").notNull().default(0),
    total: integer("total"),
    report: jsonb("report").$type<ImportReport>(),
    failure: text("failure"),
    /** The run that may write: a later one takes over from one that is thought dead. */
    runId: text("run_id"),
    createdBy: jsonb("created_by").$type<Person>().notNull(),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    confirmedBy: jsonb("confirmed_by").$type<Person>(),
    confirmedAt: moment("confirmed_at"),
    endedAt: moment("ended_at"),
  },
  (table) => [
    index("article_imports_created").on(table.createdAt),
    index("article_imports_waiting")
      .on(table.updatedAt)
      .where(sql`${table.state} in ('reading', 'ready', 'importing')`),
  ],
);
