import { sql } from "drizzle-orm";
import {
  customType,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { passages } from "../table.ts";

/** `serving`: what search compares with; `filling`: takes its place once it is whole; `leaving`: is being removed. */
export type VectorSetState = "serving" | "filling" | "leaving";

const moment = (name: string) => timestamp(name, { withTimezone: true });
/** As pgvector writes it: "[0.1,0.2]". Its length is that of its set. */
const halfvec = customType<{ data: string }>({ dataType: () => "halfvec" });

/** All vectors that one embedder gave: vectors of two embedders cannot be compared. */
export const vectorSets = pgTable(
  "vector_sets",
  {
    id: serial("id").primaryKey(),
    /** The id of the embedder: kind, model and dimensions. */
    model: text("model").notNull(),
    dimensions: integer("dimensions").notNull(),
    state: text("state").$type<VectorSetState>().notNull(),
    startedAt: moment("started_at").notNull(),
    /** Why it does not get on, for people; null while it does. */
    failure: text("failure"),
    failedAt: moment("failed_at"),
  },
  (table) => [
    uniqueIndex("vector_sets_serving").on(table.state).where(sql`${table.state} = 'serving'`),
    uniqueIndex("vector_sets_filling").on(table.state).where(sql`${table.state} = 'filling'`),
  ],
);

/** A passage as an embedder sees it. Each set has an index of its own, `passage_vectors_<set>`, which the code makes with the set. */
export const passageVectors = pgTable(
  "passage_vectors",
  {
    /** Of `vectorSets`; who writes holds that row, so none is written into a set that is gone. */
    setId: integer("set_id").notNull(),
    passageId: text("passage_id").notNull(),
    articleId: text("article_id").notNull(),
    version: integer("version").notNull(),
    embedding: halfvec("embedding").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.passageId, table.setId] }),
    foreignKey({
      name: "passage_vectors_of_passage",
      columns: [table.passageId],
      foreignColumns: [passages.id],
    }).onDelete("cascade"),
  ],
);
