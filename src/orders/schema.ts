import { z } from "zod";
import { ElementKey, ExcludedScope } from "../platform/rules/index.ts";
import { isStorable } from "../platform/storable.ts";

export const Speaker = z.enum(["agent", "citizen", "unknown"]);
export type Speaker = z.infer<typeof Speaker>;

const storable = (text: z.ZodString) => text.refine(isStorable, "含有空字符或不完整的字符");

/** Longer than any message seen, far shorter than a text that is no speech. */
const maxTextChars = 20_000;

/** One turn of speech. Times are milliseconds from the start of the call. */
export const Utterance = z
  .object({
    i: z.int().min(0),
    speaker: Speaker,
    startMs: z.int().min(0),
    endMs: z.int().min(0),
    text: storable(z.string().max(maxTextChars, `一句话不能超过 ${maxTextChars} 字`)),
    confidence: z.number().min(0).max(1).optional(),
    lowConfidence: z.boolean().optional(),
  })
  .refine((utterance) => utterance.endMs >= utterance.startMs, { message: "endMs 早于 startMs", path: ["endMs"] });
export type Utterance = z.infer<typeof Utterance>;

export const Direction = z.enum(["inbound", "callback", "web"]);
export type Direction = z.infer<typeof Direction>;

/** The order that a callback is about. */
export const CallbackOrder = z.object({
  id: storable(z.string().max(100)),
  title: storable(z.string().max(500)),
  organizer: storable(z.string().max(100)).nullish(),
  dispatchedAt: z.iso.datetime({ offset: true }).nullish(),
  kind: storable(z.string().max(20)).nullish(),
});
export type CallbackOrder = z.infer<typeof CallbackOrder>;

/** A call as it comes in (contracts.md section 1). A web message is one citizen utterance. */
export const Call = z
  .object({
    id: storable(z.string().trim().min(1).max(100)),
    direction: Direction,
    startedAt: z.iso.datetime({ offset: true }),
    callerNumber: storable(z.string().max(40)).nullish(),
    agentId: storable(z.string().max(40)).nullish(),
    order: CallbackOrder.nullish(),
    utterances: z.array(Utterance).min(1, "通话没有任何话语").max(5_000),
  })
  .superRefine((call, issues) => {
    let lastStartMs = 0;
    const seen = new Set<number>();
    call.utterances.forEach((utterance, at) => {
      if (utterance.startMs < lastStartMs) {
        issues.addIssue({ code: "custom", message: "startMs 早于上一句", path: ["utterances", at, "startMs"] });
      }
      if (seen.has(utterance.i)) {
        issues.addIssue({ code: "custom", message: `序号 ${utterance.i} 重复`, path: ["utterances", at, "i"] });
      }
      lastStartMs = utterance.startMs;
      seen.add(utterance.i);
    });
  });
export type Call = z.infer<typeof Call>;

export const Kind = z.enum(["咨询", "求助", "投诉", "举报", "建议"]);
export type Kind = z.infer<typeof Kind>;

export const Urgent = z.enum(["一般", "紧急"]);
export type Urgent = z.infer<typeof Urgent>;

export const UrgentClass = z.enum(["不稳定因素", "突发事件", "基本民生保障", "极端天气", "疫情"]);
export type UrgentClass = z.infer<typeof UrgentClass>;

export const Scope = z.enum(["受理", ...ExcludedScope.options]);
export type Scope = z.infer<typeof Scope>;

export const ElementStatus = z.enum(["已记录", "来电人不愿提供", "来电人不清楚", "不适用", "未询问"]);
export type ElementStatus = z.infer<typeof ElementStatus>;

export const Engine = z.enum(["rules", "learned", "model", "human"]);
export type Engine = z.infer<typeof Engine>;

export { ElementKey };

/** A field of the order with the words it rests on: `quote` is an exact substring of one utterance of `evidence`. */
export const Element = z.object({
  value: z.string().nullable(),
  status: ElementStatus,
  quote: z.string().nullable(),
  evidence: z.array(z.int()).max(20),
  engine: Engine,
  why: z.string().optional(),
});
export type Element = z.infer<typeof Element>;

export const Elements = z.partialRecord(ElementKey, Element);
export type Elements = z.infer<typeof Elements>;

export const CategoryCandidate = z.object({ level1: z.string(), item: z.string(), confidence: z.number() });
export const Category = CategoryCandidate.extend({
  candidates: z.array(CategoryCandidate),
  why: z.string().optional(),
});
export type Category = z.infer<typeof Category>;

export const AgencyCandidate = z.object({ name: z.string(), confidence: z.number(), why: z.string() });
export const Agencies = z.object({
  lead: z.string().nullable(),
  confidence: z.number(),
  why: z.string(),
  co: z.array(z.string()),
  copyTo: z.array(z.string()),
  candidates: z.array(AgencyCandidate),
  abstained: z.boolean(),
});
export type Agencies = z.infer<typeof Agencies>;

export const OrderClock = z.object({
  stage: z.string(),
  due: z.iso.datetime({ offset: true }),
  clause: z.string(),
  limit: z.string(),
  assumed: z.boolean().optional(),
});
export type OrderClock = z.infer<typeof OrderClock>;

/** What `classify` drafts from a call: everything of the order but routing and clocks. */
export const Draft = z.object({
  kind: Kind,
  kindConfidence: z.number(),
  kindWhy: z.string(),
  urgent: Urgent,
  urgentClass: UrgentClass.nullable(),
  urgentWhy: z.string(),
  scope: Scope,
  scopeWhy: z.string(),
  category: Category,
  district: z.string().nullable(),
  street: z.string().nullable(),
  confidential: z.boolean(),
  elements: Elements,
  missing: z.array(ElementKey),
  threatQuotes: z.array(z.string()),
  title: z.string(),
  summary: z.string(),
  directAnswer: z.boolean(),
});
export type Draft = z.infer<typeof Draft>;

/**
 * A paragraph of the knowledge base offered for a call. What is optional is missing in answers kept before it was there: `version` is
 * that of the article as it was shown; `fixed` wording is said word for word.
 */
export const Answer = z.object({
  articleId: z.string(),
  version: z.int().optional(),
  title: z.string(),
  score: z.number(),
  quote: z.string(),
  agency: z.string().nullish(),
  legalBasis: z.string().nullish(),
  kind: z.string().optional(),
  fixed: z.boolean().optional(),
  validFrom: z.string().nullish(),
  validUntil: z.string().nullish(),
});
export type Answer = z.infer<typeof Answer>;

/** An element as a person types it. */
const TypedElement = z.strictObject({ value: z.string().trim().max(2_000).nullable(), status: ElementStatus });

/** What a person may change in an order. Absent fields stay. */
export const OrderChanges = z.strictObject({
  kind: Kind.optional(),
  urgent: Urgent.optional(),
  urgentClass: UrgentClass.nullable().optional(),
  scope: Scope.optional(),
  category: z.strictObject({ level1: z.string().max(50), item: z.string().max(50) }).optional(),
  leadAgency: z.string().max(100).nullable().optional(),
  district: z.string().max(50).nullable().optional(),
  street: z.string().max(50).nullable().optional(),
  confidential: z.boolean().optional(),
  title: z.string().trim().min(1, "标题不能为空").max(60).optional(),
  summary: z.string().trim().min(1, "主要内容不能为空").max(2_000).optional(),
  elements: z.partialRecord(ElementKey, TypedElement).optional(),
});
export type OrderChanges = z.infer<typeof OrderChanges>;

export const EditOrder = z.strictObject({ version: z.int().positive(), changes: OrderChanges });
export type EditOrder = z.infer<typeof EditOrder>;

export const ConfirmOrder = z.strictObject({ version: z.int().positive() });
export type ConfirmOrder = z.infer<typeof ConfirmOrder>;

/** A live call still goes on; a received one waits for its processing. */
export const CallState = z.enum(["live", "received", "processed", "needs_person"]);
export type CallState = z.infer<typeof CallState>;

/** How a live call begins. Without `agentId` it belongs to the seat of the one who opens it. */
export const LiveHead = z.strictObject({
  direction: Direction,
  startedAt: z.iso.datetime({ offset: true }),
  callerNumber: storable(z.string().max(40)).nullish(),
  agentId: storable(z.string().max(40)).nullish(),
  order: CallbackOrder.nullish(),
});
export type LiveHead = z.infer<typeof LiveHead>;

/** What was said since the last post of a live call: `call` with the first, `ended` with the last. */
export const LivePost = z
  .strictObject({
    call: LiveHead.optional(),
    utterances: z.array(Utterance).max(500),
    ended: z.boolean().optional(),
  })
  .superRefine((post, issues) => {
    const seen = new Set<number>();
    post.utterances.forEach(({ i }, at) => {
      if (seen.has(i)) issues.addIssue({ code: "custom", message: `序号 ${i} 重复`, path: ["utterances", at, "i"] });
      seen.add(i);
    });
  });
export type LivePost = z.infer<typeof LivePost>;

/** The head of a file that was sent with a call. */
export const Attachment = z.object({ id: z.string(), name: z.string(), sizeBytes: z.int(), type: z.string() });
export type Attachment = z.infer<typeof Attachment>;

export const ListCalls = z.object({
  state: CallState.optional(),
  direction: Direction.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListCalls = z.infer<typeof ListCalls>;
