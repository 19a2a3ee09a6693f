import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { Verdict } from "./schema.ts";
import type { DecisionKind, PersonVerdict, PlanFilter, PlanMethod, TaskKind, TaskState } from "./schema-review.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A sample drawn for a month; `seed` makes the draw repeatable. */
export const qaPlans = pgTable("qa_plans", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  month: text("month").notNull(),
  method: text("method").$type<PlanMethod>().notNull(),
  perAgent: integer("per_agent").notNull(),
  reviews: integer("reviews").notNull(),
  seed: text("seed").notNull(),
  filter: jsonb("filter").$type<PlanFilter>().notNull(),
  population: integer("population").notNull(),
  drawn: integer("drawn").notNull(),
  by: text("by").notNull(),
  at: instant("at").notNull(),
});

/** Several reviewers judge the same calls without seeing each other. */
export const qaCalibrations = pgTable("qa_calibrations", {
  id: text("id").primaryKey(),
  title: text("title").notNull(),
  callIds: jsonb("call_ids").$type<string[]>().notNull(),
  reviewers: jsonb("reviewers").$type<{ id: string; name: string }[]>().notNull(),
  by: text("by").notNull(),
  at: instant("at").notNull(),
  endedAt: instant("ended_at"),
});

/** A call that somebody has to review. Two tasks of a double review never go to the same person. */
export const qaTasks = pgTable(
  "qa_tasks",
  {
    id: text("id").primaryKey(),
    callId: text("call_id").notNull(),
    kind: text("kind").$type<TaskKind>().notNull(),
    state: text("state").$type<TaskState>().notNull(),
    planId: text("plan_id").references(() => qaPlans.id),
    calibrationId: text("calibration_id").references(() => qaCalibrations.id),
    /** 1, or 2 for the second of a double review. */
    slot: integer("slot").notNull(),
    reviewerId: text("reviewer_id"),
    reviewer: text("reviewer"),
    risk: real("risk").notNull(),
    createdAt: instant("created_at").notNull(),
    doneAt: instant("done_at"),
  },
  (table) => [
    index("qa_tasks_queue").on(table.state, table.risk),
    index("qa_tasks_reviewer").on(table.reviewerId, table.state),
    unique("qa_tasks_plan_call").on(table.planId, table.callId, table.slot),
    index("qa_tasks_call").on(table.callId),
  ],
);

/** A person's word on an item of a call. Rows are only added: the newest of a kind counts. */
export const qaDecisions = pgTable(
  "qa_decisions",
  {
    id: text("id").primaryKey(),
    callId: text("call_id").notNull(),
    item: text("item").notNull(),
    verdict: text("verdict").$type<PersonVerdict>().notNull(),
    deduction: real("deduction").notNull(),
    reason: text("reason"),
    utterances: jsonb("utterances").$type<number[]>().notNull(),
    atMs: integer("at_ms"),
    engineVerdict: text("engine_verdict").$type<Verdict>().notNull(),
    rulesVersion: text("rules_version").notNull(),
    kind: text("kind").$type<DecisionKind>().notNull(),
    taskId: text("task_id").references(() => qaTasks.id),
    byId: text("by_id").notNull(),
    by: text("by").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    index("qa_decisions_call").on(table.callId, table.at),
    index("qa_decisions_item").on(table.item, table.at),
  ],
);

/** An agent's objection to a deduction, with the moment of the call it points at. */
export const qaAppeals = pgTable(
  "qa_appeals",
  {
    id: text("id").primaryKey(),
    callId: text("call_id").notNull(),
    item: text("item").notNull(),
    words: text("words").notNull(),
    utterance: integer("utterance"),
    atMs: integer("at_ms"),
    state: text("state").$type<"待处理" | "成立" | "不成立">().notNull(),
    outcome: text("outcome"),
    agentId: text("agent_id").notNull(),
    byId: text("by_id").notNull(),
    by: text("by").notNull(),
    at: instant("at").notNull(),
    decidedById: text("decided_by_id"),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
  },
  (table) => [
    index("qa_appeals_agent").on(table.agentId, table.at),
    index("qa_appeals_call").on(table.callId),
    uniqueIndex("qa_appeals_open").on(table.callId, table.item).where(sql`${table.state} = '待处理'`),
  ],
);

/** What a reviewer says to an agent that is no deduction. */
export const qaNotes = pgTable(
  "qa_notes",
  {
    id: text("id").primaryKey(),
    agentId: text("agent_id").notNull(),
    callId: text("call_id"),
    item: text("item"),
    words: text("words").notNull(),
    utterance: integer("utterance"),
    atMs: integer("at_ms"),
    byId: text("by_id").notNull(),
    by: text("by").notNull(),
    at: instant("at").notNull(),
    seenAt: instant("seen_at"),
  },
  (table) => [index("qa_notes_agent").on(table.agentId, table.at)],
);

/** How far people agree with the engine on an item, and whether it may cost points. A row exists once somebody judged the item or set its mode. */
export const qaItemStates = pgTable("qa_item_states", {
  item: text("item").primaryKey(),
  /** Deductions of the engine that a person confirmed or overruled. */
  decided: integer("decided").notNull(),
  agreed: integer("agreed").notNull(),
  mode: text("mode").$type<"自动" | "扣分" | "仅提示">().notNull(),
  reason: text("reason"),
  isHintOnly: boolean("is_hint_only").notNull(),
  changedAt: instant("changed_at").notNull(),
});

/** A run that scores all calls by the rules of now, in batches. `cursor` is the last call done. */
export const qaRescores = pgTable("qa_rescores", {
  id: text("id").primaryKey(),
  rulesVersion: text("rules_version").notNull(),
  state: text("state").$type<"等待" | "运行" | "暂停" | "完成" | "失败">().notNull(),
  total: integer("total").notNull(),
  done: integer("done").notNull(),
  changed: integer("changed").notNull(),
  cursor: text("cursor").notNull(),
  /** Time spent in batches, without pauses. */
  workedMs: integer("worked_ms").notNull(),
  failure: text("failure"),
  by: text("by").notNull(),
  createdAt: instant("created_at").notNull(),
  touchedAt: instant("touched_at").notNull(),
  finishedAt: instant("finished_at"),
});
