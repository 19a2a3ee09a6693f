import type { api } from "./api.ts";

export type { CallbackReview } from "../../src/callback/schema.ts";
export type { FeedbackKind, GiveFeedback } from "../../src/kb/use/feedback/schema.ts";
export type { TellAnswer } from "../../src/kb/use/told/schema.ts";
export type { ElementKey, ElementStatus, Engine, Kind, OrderChanges, Scope } from "../../src/orders/schema.ts";
export type { Permission, Role } from "../../src/platform/access.ts";
export type { CallEvent } from "../../src/platform/events.ts";
export type { QaItem, QaScore } from "../../src/qa/schema.ts";

/** What a call of the server gives, as the typed client says it. */
type Given<Name extends keyof typeof api> = Awaited<ReturnType<(typeof api)[Name]>>;

/** Who is signed in. */
export type Me = Given<"me">;
export type Demo = Given<"demo">;
/** What the forms of this city offer. */
export type City = Given<"city">;
export type CallListEntry = Given<"calls">["items"][number];
export type CallView = Given<"call">;
/** What an element of this order is asked with, and whether it still must be. */
export type Ask = CallView["asks"][number];
export type Alarm = NonNullable<CallView["alarm"]>;
export type RecordQuality = NonNullable<CallView["quality"]>;
export type EarlierOrder = CallView["earlier"][number];
export type Attachment = CallView["attachments"][number];
export type Utterance = CallView["call"]["utterances"][number];
export type Answer = NonNullable<CallView["answers"]>[number];
export type Told = CallView["told"][number];
export type OrderResult = NonNullable<CallView["order"]>;
export type Elements = OrderResult["elements"];
export type Element = NonNullable<Elements["event"]>;
export type Agencies = NonNullable<OrderResult["agencies"]>;
export type OrderClock = OrderResult["clocks"][number];
/** A line of an order's history: one field that one person changed. */
export type OrderEdit = Given<"order">["edits"][number];
export type AuditEntry = Given<"audit">["items"][number];
export type User = Given<"users">["items"][number];
