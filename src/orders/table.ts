import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import type {
  Agencies,
  Answer,
  CallbackOrder,
  CallState,
  Category,
  Direction,
  ElementKey,
  Elements,
  Kind,
  OrderClock,
  Scope,
  Speaker,
  Urgent,
  UrgentClass,
} from "./schema.ts";
import type { Waveform } from "./schema-recording.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const calls = pgTable(
  "calls",
  {
    id: text("id").primaryKey(),
    direction: text("direction").$type<Direction>().notNull(),
    startedAt: instant("started_at").notNull(),
    callerNumber: text("caller_number"),
    agentId: text("agent_id"),
    callbackOrder: jsonb("callback_order").$type<CallbackOrder>(),
    /** SHA-256 of what was received: the same call sent twice is one call. */
    inputHash: text("input_hash").notNull(),
    state: text("state").$type<CallState>().notNull(),
    failure: text("failure"),
    /** When it came in; of a live call the last of it. */
    receivedAt: instant("received_at").notNull(),
    processedAt: instant("processed_at"),
    /** Who opened a live call, and so may add to it whoever's seat it belongs to. */
    openedBy: text("opened_by"),
  },
  (table) => [
    index("calls_state").on(table.state, table.receivedAt),
    index("calls_started").on(table.startedAt),
    index("calls_caller").on(table.callerNumber, table.startedAt),
    index("calls_about").on(sql`(${table.callbackOrder}->>'id')`),
  ],
);

export const utterances = pgTable(
  "utterances",
  {
    callId: text("call_id")
      .notNull()
      .references(() => calls.id),
    i: integer("i").notNull(),
    speaker: text("speaker").$type<Speaker>().notNull(),
    startMs: integer("start_ms").notNull(),
    endMs: integer("end_ms").notNull(),
    text: text("text").notNull(),
    confidence: real("confidence"),
    lowConfidence: boolean("low_confidence").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.callId, table.i] })],
);

export const orderNumber = pgSequence("order_number");

export const orders = pgTable(
  "orders",
  {
    id: text("id").primaryKey(),
    callId: text("call_id")
      .notNull()
      .unique()
      .references(() => calls.id),
    version: integer("version").notNull().default(1),
    state: text("state").$type<"draft" | "confirmed">().notNull(),
    kind: text("kind").$type<Kind>().notNull(),
    kindConfidence: real("kind_confidence").notNull(),
    kindWhy: text("kind_why").notNull(),
    urgent: text("urgent").$type<Urgent>().notNull(),
    urgentClass: text("urgent_class").$type<UrgentClass>(),
    urgentWhy: text("urgent_why").notNull(),
    scope: text("scope").$type<Scope>().notNull(),
    scopeWhy: text("scope_why").notNull(),
    category: jsonb("category").$type<Category>().notNull(),
    district: text("district"),
    street: text("street"),
    confidential: boolean("confidential").notNull(),
    elements: jsonb("elements").$type<Elements>().notNull(),
    missing: jsonb("missing").$type<ElementKey[]>().notNull(),
    threatQuotes: jsonb("threat_quotes").$type<string[]>().notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    directAnswer: boolean("direct_answer").notNull(),
    /** Null until routing has suggested. */
    agencies: jsonb("agencies").$type<Agencies>(),
    clocks: jsonb("clocks").$type<OrderClock[]>(),
    /** Null until the knowledge base was asked. */
    answers: jsonb("answers").$type<Answer[]>(),
    /** The unit that got the order; what an agency account may see. */
    dispatchedTo: text("dispatched_to"),
    rulesVersion: text("rules_version").notNull(),
    /** How many utterances of a live call the draft rests on; null once the call is over and the draft stands. */
    heard: integer("heard"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    confirmedBy: text("confirmed_by"),
    /** The person's name as it was then, for those who cannot look people up. */
    confirmedByName: text("confirmed_by_name"),
    confirmedAt: instant("confirmed_at"),
  },
  (table) => [
    index("orders_state").on(table.state, table.createdAt),
    index("orders_dispatched").on(table.dispatchedTo),
    index("orders_place").on(table.district, table.street),
    // An order becomes real only by a person's word, whatever code asks for it.
    check(
      "orders_confirmed_by_person",
      sql`${table.state} = 'draft' or (${table.confirmedBy} is not null and ${table.confirmedBy} like 'user:%')`,
    ),
  ],
);

/** Who changed which field, when, from what to what. */
export const orderEdits = pgTable(
  "order_edits",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    /** The version that this edit made. */
    version: integer("version").notNull(),
    field: text("field").notNull(),
    before: jsonb("before").$type<unknown>(),
    after: jsonb("after").$type<unknown>(),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [index("order_edits_order").on(table.orderId, table.version)],
);

/** Files that came with a call: pictures, PDF, text. Their bytes are in the attachment store, by SHA-256. */
export const attachments = pgTable(
  "attachments",
  {
    id: text("id").primaryKey(),
    callId: text("call_id")
      .notNull()
      .references(() => calls.id),
    name: text("name").notNull(),
    type: text("type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    sha256: text("sha256").notNull(),
    addedBy: text("added_by").notNull(),
    addedAt: instant("added_at").notNull(),
  },
  // The same file sent to a call twice is one file.
  (table) => [unique("attachments_call_file").on(table.callId, table.sha256)],
);

/** The recording of a call. Its bytes are in the audio store, by SHA-256; `peaks` is what a screen draws. */
export const recordings = pgTable(
  "recordings",
  {
    callId: text("call_id")
      .primaryKey()
      .references(() => calls.id),
    sha256: text("sha256").notNull(),
    type: text("type").notNull(),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    durationMs: integer("duration_ms"),
    channels: integer("channels"),
    sampleRate: integer("sample_rate"),
    waveform: text("waveform").$type<Waveform>().notNull(),
    waveformWhy: text("waveform_why"),
    peaksPerSec: real("peaks_per_sec"),
    peaks: jsonb("peaks").$type<number[][]>(),
    addedBy: text("added_by").notNull(),
    addedAt: instant("added_at").notNull(),
  },
  (table) => [index("recordings_waveform").on(table.waveform, table.addedAt)],
);
