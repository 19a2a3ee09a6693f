import { z } from "zod";
import { Direction, Recording } from "../orders/index.ts";
import { Appeal, Day, Decision, Note, QaSuggestion, Settled, Task } from "./schema-review.ts";

/** A scored call as lists show it. `pending`: items that wait for a person; `appeals`: open ones. */
export const QaCallHead = z.object({
  id: z.string(),
  direction: Direction,
  startedAt: z.string(),
  agentId: z.string().nullable(),
  agent: z.string().nullable(),
  team: z.string().nullable(),
  title: z.string().nullable(),
  engineScore: z.number().nullable(),
  score: z.number().nullable(),
  band: z.number().nullable(),
  risk: z.number(),
  riskWhy: z.array(z.string()),
  deducted: z.array(z.string()),
  pending: z.int(),
  decided: z.int(),
  reviewed: z.boolean(),
  appeals: z.int(),
  acknowledged: z.boolean(),
  hasRecording: z.boolean(),
  rulesVersion: z.string(),
});
export type QaCallHead = z.infer<typeof QaCallHead>;

export const QaCallView = z.object({
  head: QaCallHead,
  engine: z.object({ score: z.number().nullable(), band: z.number().nullable() }),
  settled: Settled,
  decisions: z.array(Decision),
  appeals: z.array(Appeal),
  notes: z.array(Note),
  /** For reviewers only. */
  suggestions: z.array(QaSuggestion),
  /** Rows of the rubric that a model may still be asked about; 0 without a model. */
  askable: z.int(),
  tasks: z.array(Task),
  versions: z.array(
    z.object({
      rulesVersion: z.string(),
      score: z.number().nullable(),
      band: z.number().nullable(),
      scoredAt: z.string(),
      replacedAt: z.string(),
    }),
  ),
  recording: Recording.nullable(),
  acknowledgedAt: z.string().nullable(),
});
export type QaCallView = z.infer<typeof QaCallView>;

const name = (maxChars: number) => z.string().min(1).max(maxChars).optional();

export const ListQaCalls = z.object({
  direction: Direction.optional(),
  agentId: name(40),
  team: name(100),
  item: name(200),
  from: Day.optional(),
  to: Day.optional(),
  state: z.enum(["未复核", "已复核", "有申诉"]).optional(),
  order: z.enum(["risk", "time"]).default("risk"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type ListQaCalls = z.infer<typeof ListQaCalls>;
