import { index, integer, pgSequence, pgTable, primaryKey, serial, text } from "drizzle-orm/pg-core";

/** Where `passages.number` comes from. */
export const passageNumbers = pgSequence("passage_numbers", { minValue: 1, maxValue: 2_147_483_647 });

/** Passages whose words were taken in together; small segments are merged into larger ones. */
export const postingSegments = pgTable("posting_segments", {
  id: serial("id").primaryKey(),
  /** How many. */
  passages: integer("passages").notNull(),
});

/** Which passages of a segment have a word, by their numbers. One that is gone leaves its number, which then finds nothing. */
export const wordPostings = pgTable(
  "word_postings",
  {
    word: text("word").notNull(),
    /** Of `postingSegments`: who merges holds that row. */
    segmentId: integer("segment_id").notNull(),
    passages: integer("passages").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.word, table.segmentId] }),
    index("word_postings_segment").on(table.segmentId),
  ],
);
