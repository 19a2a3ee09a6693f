import { sql } from "drizzle-orm";
import {
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { FeedbackKind, FeedbackState } from "./feedback/schema.ts";
import type { GapSource, GapState } from "./gaps/schema.ts";
import type { HitRunCause, HitRunState, HitTotals, KeptHit } from "./hits/schema.ts";
import type { QuizKind, QuizState } from "./quizzes/schema.ts";
import type { PassageChange, RecallState } from "./recalls/schema.ts";
import type { ShownAnswer } from "./told/schema.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** What stood on the agent's screen during a call, each time it changed: what was seen can be told afterwards (R-K7). */
export const shownAnswers = pgTable(
  "shown_answers",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    callId: text("call_id").notNull(),
    at: moment("at").notNull(),
    /** Masked. */
    question: text("question").notNull(),
    /** The utterance that began to ask; null for the question of the whole order. */
    utterance: integer("utterance"),
    /** How many utterances had been heard. */
    heard: integer("heard").notNull(),
    answers: jsonb("answers").$type<ShownAnswer[]>().notNull(),
  },
  (table) => [index("shown_answers_call").on(table.callId, table.id), index("shown_answers_at").on(table.at)],
);

/** A person's word that this passage of this version was told to the caller. */
export const toldAnswers = pgTable(
  "told_answers",
  {
    id: text("id").primaryKey(),
    callId: text("call_id").notNull(),
    articleId: text("article_id").notNull(),
    version: integer("version").notNull(),
    title: text("title").notNull(),
    /** Words of the article. */
    quote: text("quote").notNull(),
    /** What was said where it is not the quote: a template with its slots filled. */
    text: text("text").notNull(),
    /** What was asked, masked; null when nothing was. With the article it is a pair to learn from. */
    question: text("question"),
    /** The last utterance that had been heard; null before the first. */
    utterance: integer("utterance"),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    at: moment("at").notNull(),
    undoneAt: moment("undone_at"),
  },
  (table) => [
    index("told_answers_call").on(table.callId, table.at),
    index("told_answers_article").on(table.articleId, table.version),
    // Told twice by two keys is told once.
    uniqueIndex("told_answers_once")
      .on(table.callId, table.articleId, table.version, sql`md5(${table.quote})`)
      .where(sql`${table.undoneAt} is null`),
  ],
);

/** What a reader said about an article, or that there is none. */
export const articleFeedback = pgTable(
  "article_feedback",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<FeedbackKind>().notNull(),
    state: text("state").$type<FeedbackState>().notNull(),
    articleId: text("article_id"),
    version: integer("version"),
    callId: text("call_id"),
    /** Masked, as is the note. */
    question: text("question"),
    note: text("note"),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    at: moment("at").notNull(),
    decidedByName: text("decided_by_name"),
    decidedAt: moment("decided_at"),
    decision: text("decision"),
    /** The same click again is the same row. */
    onceKey: text("once_key").notNull().unique(),
  },
  (table) => [
    index("article_feedback_state").on(table.state, table.at),
    index("article_feedback_article").on(table.articleId, table.kind),
  ],
);

/** Questions that nobody could answer, those that ask the same as one. */
export const gaps = pgTable(
  "gaps",
  {
    id: text("id").primaryKey(),
    state: text("state").$type<GapState>().notNull(),
    /** The most typical of its questions, masked. */
    question: text("question").notNull(),
    questions: integer("questions").notNull(),
    calls: integer("calls").notNull(),
    firstAt: moment("first_at").notNull(),
    lastAt: moment("last_at").notNull(),
    articleId: text("article_id"),
    note: text("note"),
    decidedByName: text("decided_by_name"),
    decidedAt: moment("decided_at"),
  },
  (table) => [index("gaps_state").on(table.state, table.calls, table.lastAt)],
);

/** One question that the base had no answer to. */
export const gapQuestions = pgTable(
  "gap_questions",
  {
    id: text("id").primaryKey(),
    /** Null until it was put to its like. */
    gapId: text("gap_id").references(() => gaps.id),
    source: text("source").$type<GapSource>().notNull(),
    callId: text("call_id"),
    /** Masked: editors read it who may not see the call. */
    question: text("question").notNull(),
    at: moment("at").notNull(),
    /** The same question of the same call is one. */
    onceKey: text("once_key").notNull().unique(),
  },
  (table) => [index("gap_questions_gap").on(table.gapId, table.at), index("gap_questions_call").on(table.callId)],
);

/** A call that was told what no longer holds, and what became of it. */
export const recalls = pgTable(
  "recalls",
  {
    id: text("id").primaryKey(),
    toldId: text("told_id")
      .notNull()
      .unique()
      .references(() => toldAnswers.id),
    callId: text("call_id").notNull(),
    articleId: text("article_id").notNull(),
    oldVersion: integer("old_version").notNull(),
    /** Null: retired, nothing stands in its place. */
    newVersion: integer("new_version"),
    state: text("state").$type<RecallState>().notNull(),
    changes: jsonb("changes").$type<PassageChange[]>().notNull(),
    /** The words that stand in the place of what was told. */
    present: text("present"),
    /** A figure, a date or a condition is another one. */
    matters: boolean("matters").notNull(),
    createdAt: moment("created_at").notNull(),
    decidedByName: text("decided_by_name"),
    decidedAt: moment("decided_at"),
    note: text("note"),
    doneByName: text("done_by_name"),
    doneAt: moment("done_at"),
    result: text("result"),
  },
  (table) => [
    index("recalls_state").on(table.state, table.createdAt),
    index("recalls_article").on(table.articleId),
    index("recalls_call").on(table.callId),
  ],
);

/** Questions with the articles that must be found for them. */
export const hitSets = pgTable("hit_sets", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  version: integer("version").notNull(),
  createdBy: text("created_by").notNull(),
  updatedAt: moment("updated_at").notNull(),
});

export const hitQuestions = pgTable(
  "hit_questions",
  {
    id: text("id").primaryKey(),
    setId: text("set_id")
      .notNull()
      .references(() => hitSets.id, { onDelete: "cascade" }),
    ord: integer("ord").notNull(),
    text: text("text").notNull(),
    /** Ids of articles; none: the base has no answer. */
    expected: text("expected").array().notNull(),
    /** When the answer must hold; null: when the test runs. */
    at: moment("at"),
  },
  (table) => [index("hit_questions_set").on(table.setId, table.ord)],
);

export const hitRuns = pgTable(
  "hit_runs",
  {
    id: text("id").primaryKey(),
    setId: text("set_id")
      .notNull()
      .references(() => hitSets.id, { onDelete: "cascade" }),
    cause: text("cause").$type<HitRunCause>().notNull(),
    state: text("state").$type<HitRunState>().notNull(),
    requestedByName: text("requested_by_name"),
    requestedAt: moment("requested_at").notNull(),
    finishedAt: moment("finished_at"),
    failure: text("failure"),
    totals: jsonb("totals").$type<HitTotals>(),
  },
  (table) => [index("hit_runs_set").on(table.setId, table.requestedAt), index("hit_runs_state").on(table.state)],
);

/** What a run found for a question, which it keeps as it was then. */
export const hitResults = pgTable(
  "hit_results",
  {
    runId: text("run_id")
      .notNull()
      .references(() => hitRuns.id, { onDelete: "cascade" }),
    questionId: text("question_id").notNull(),
    ord: integer("ord").notNull(),
    text: text("text").notNull(),
    expected: text("expected").array().notNull(),
    /** Of the first expected article, from 1; null when none was found. */
    rank: integer("rank"),
    ok: boolean("ok").notNull(),
    abstained: boolean("abstained").notNull(),
    hits: jsonb("hits").$type<KeptHit[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.questionId] })],
);

/** A question for training, made from an article and let through by an editor. */
export const quizzes = pgTable(
  "quizzes",
  {
    id: text("id").primaryKey(),
    articleId: text("article_id").notNull(),
    version: integer("version").notNull(),
    kind: text("kind").$type<QuizKind>().notNull(),
    question: text("question").notNull(),
    choices: text("choices").array().notNull(),
    answer: text("answer").notNull(),
    /** The sentence of the article that it rests on. */
    quote: text("quote").notNull(),
    state: text("state").$type<QuizState>().notNull(),
    createdAt: moment("created_at").notNull(),
    decidedByName: text("decided_by_name"),
    decidedAt: moment("decided_at"),
  },
  (table) => [
    index("quizzes_state").on(table.state, table.createdAt),
    unique("quizzes_once").on(table.articleId, table.version, table.question),
  ],
);

export const quizAnswers = pgTable(
  "quiz_answers",
  {
    id: text("id").primaryKey(),
    quizId: text("quiz_id")
      .notNull()
      .references(() => quizzes.id),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    answer: text("answer").notNull(),
    ok: boolean("ok").notNull(),
    at: moment("at").notNull(),
  },
  (table) => [index("quiz_answers_by").on(table.by), index("quiz_answers_quiz").on(table.quizId)],
);
