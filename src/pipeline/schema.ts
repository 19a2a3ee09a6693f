import { z } from "zod";
import { CallbackReview } from "../callback/index.ts";
import { CallAnswers } from "../kb/index.ts";
import {
  Agencies,
  Answer,
  Attachment,
  CallbackOrder,
  CallState,
  Direction,
  Draft,
  ElementKey,
  Kind,
  OrderClock,
  Recording,
  Urgent,
  UrgentClass,
  Utterance,
} from "../orders/index.ts";
import { QaScore } from "../qa/index.ts";

/** The order of a result (contracts.md section 2), with what a screen needs to edit and confirm it. */
export const OrderResult = Draft.omit({ directAnswer: true }).extend({
  id: z.string(),
  version: z.int(),
  state: z.enum(["draft", "confirmed"]),
  agencies: Agencies.nullable(),
  clocks: z.array(OrderClock),
  rulesVersion: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedByName: z.string().nullable(),
  confirmedAt: z.string().nullable(),
});
export type OrderResult = z.infer<typeof OrderResult>;

/** One call with everything the engines made of it: a line of `tingsu process`. */
export const CallResult = z.object({
  id: z.string(),
  state: CallState,
  failure: z.string().nullable(),
  order: OrderResult.optional(),
  answers: z.array(Answer).optional(),
  directAnswer: z.boolean().optional(),
  qa: QaScore.optional(),
  callback: CallbackReview.optional(),
});
export type CallResult = z.infer<typeof CallResult>;

/** What an urgent call asks of the agent now, from the rules. */
export const Alarm = z.object({
  urgentClass: UrgentClass.nullable(),
  why: z.string(),
  phrases: z.array(z.string()),
  steps: z.array(z.string()),
});
export type Alarm = z.infer<typeof Alarm>;

/** An element that the order must hold, and the question that gets it. 缺: asked and not obtained. */
export const Ask = z.object({
  element: ElementKey,
  label: z.string(),
  state: z.enum(["已有", "缺", "未询问"]),
  question: z.string(),
});
export type Ask = z.infer<typeof Ask>;

/** How good the record itself is (S4 7.1.2.2). */
export const RecordQuality = z.object({
  score: z.number(),
  items: z.array(z.object({ item: z.string(), ok: z.boolean(), why: z.string() })),
});
export type RecordQuality = z.infer<typeof RecordQuality>;

/** The head of an order that the same number called about before. */
export const EarlierOrder = z.object({
  orderId: z.string(),
  callId: z.string(),
  title: z.string(),
  state: z.enum(["draft", "confirmed"]),
  startedAt: z.string(),
  item: z.string(),
  lead: z.string().nullable(),
});
export type EarlierOrder = z.infer<typeof EarlierOrder>;

/** What a post of a live call gives back. `received` is the highest number of an utterance that is kept, -1 before the first. */
export const LiveReceipt = z.object({ id: z.string(), received: z.int().min(-1), state: CallState });
export type LiveReceipt = z.infer<typeof LiveReceipt>;

/** What GET /api/calls/:id gives: the result, the call itself, and what helps the agent in it. */
export const CallView = CallResult.extend({
  ...CallAnswers.shape,
  live: z.boolean(),
  alarm: Alarm.nullable(),
  asks: z.array(Ask),
  /** Words of the day to begin with (S4 附录B.1.2). */
  greeting: z.string(),
  closing: z.array(z.string()),
  /** To say when the caller waits longer than 30 s. */
  waitPhrase: z.string(),
  quality: RecordQuality.nullable(),
  /** Names of others who have this call open. */
  viewers: z.array(z.string()),
  earlier: z.array(EarlierOrder),
  attachments: z.array(Attachment),
  recording: Recording.nullable(),
  call: z.object({
    direction: Direction,
    startedAt: z.string(),
    callerNumber: z.string().nullable(),
    agentId: z.string().nullable(),
    about: CallbackOrder.nullable(),
    utterances: z.array(Utterance),
  }),
});
export type CallView = z.infer<typeof CallView>;

/** A line of the list of calls. */
export const CallListEntry = z.object({
  id: z.string(),
  direction: Direction,
  startedAt: z.string(),
  agentId: z.string().nullable(),
  state: CallState,
  failure: z.string().nullable(),
  /** The order's title, or that of the order a callback is about. */
  title: z.string().nullable(),
  order: z
    .object({
      id: z.string(),
      state: z.enum(["draft", "confirmed"]),
      kind: Kind,
      urgent: Urgent,
      missing: z.array(ElementKey),
      lead: z.string().nullable(),
      leadConfidence: z.number(),
      clocks: z.array(OrderClock),
    })
    .nullable(),
  /** Null until scored. */
  score: z.number().nullable(),
  deductions: z.int().nullable(),
});
export type CallListEntry = z.infer<typeof CallListEntry>;
