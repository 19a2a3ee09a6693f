import { z } from "zod";
import { CallbackReview } from "../callback/index.ts";
import {
  Agencies,
  Answer,
  CallbackOrder,
  Category,
  Direction,
  ElementKey,
  Elements,
  Kind,
  OrderClock,
  Scope,
  Urgent,
  UrgentClass,
  Utterance,
} from "../orders/index.ts";
import { QaScore } from "../qa/index.ts";

/** The order of a result (contracts.md section 2), with what a screen needs to edit and confirm it. */
export const OrderResult = z.object({
  id: z.string(),
  version: z.int(),
  state: z.enum(["draft", "confirmed"]),
  kind: Kind,
  kindConfidence: z.number(),
  kindWhy: z.string(),
  urgent: Urgent,
  urgentClass: UrgentClass.nullable(),
  urgentWhy: z.string(),
  scope: Scope,
  scopeWhy: z.string(),
  category: Category,
  agencies: Agencies.nullable(),
  district: z.string().nullable(),
  street: z.string().nullable(),
  confidential: z.boolean(),
  elements: Elements,
  missing: z.array(ElementKey),
  threatQuotes: z.array(z.string()),
  title: z.string(),
  summary: z.string(),
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
  state: z.enum(["received", "processed", "needs_person"]),
  failure: z.string().nullable(),
  order: OrderResult.optional(),
  answers: z.array(Answer).optional(),
  directAnswer: z.boolean().optional(),
  qa: QaScore.optional(),
  callback: CallbackReview.optional(),
});
export type CallResult = z.infer<typeof CallResult>;

/** What GET /api/calls/:id gives: the result and the call itself. */
export const CallView = CallResult.extend({
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
  state: z.enum(["received", "processed", "needs_person"]),
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
