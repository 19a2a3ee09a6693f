import type { z } from "zod";
import type { SearchHit } from "../../src/kb/schema.ts";
import type * as orders from "../../src/orders/schema.ts";

export type { CallbackReview } from "../../src/callback/schema.ts";
export type { SearchHit, SearchResult } from "../../src/kb/schema.ts";
export type {
  Agencies,
  Answer,
  Element,
  ElementKey,
  ElementStatus,
  Elements,
  Engine,
  Kind,
  OrderChanges,
  OrderClock,
  Scope,
  Utterance,
} from "../../src/orders/schema.ts";
export type { CallListEntry, CallView, OrderResult } from "../../src/pipeline/schema.ts";
export type { Permission, Role } from "../../src/platform/access.ts";
export type { CallEvent } from "../../src/platform/events.ts";
export type { QaItem, QaScore } from "../../src/qa/schema.ts";

import type { Permission, Role } from "../../src/platform/access.ts";

/** Who is signed in. */
export type Me = {
  id: string;
  name: string;
  role: Role;
  roleTitle: string;
  agentId: string | null;
  agency: string | null;
  permissions: Permission[];
  isDemo: boolean;
};

export type Demo = { isDemo: boolean; roles: { role: Role; title: string; name: string }[] };

/** What the forms of this city offer. */
export type City = {
  id: string;
  name: string;
  kinds: string[];
  urgentClasses: string[];
  scopes: string[];
  categories: { level1: string; items: string[] }[];
  agencies: string[];
  districts: { name: string; streets: string[] }[];
  elements: { key: orders.ElementKey; label: string; ask: string }[];
  packs: { id: string; title: string; version: string }[];
};

/** A line of an order's history: one field that one person changed. */
export type OrderEdit = {
  version: number;
  field: string;
  before: unknown;
  after: unknown;
  by: string;
  at: string;
};

export type ArticleHead = {
  id: string;
  externalId: string | null;
  title: string;
  kind: string;
  state: "draft" | "checking" | "published" | "retired";
  agency: string | null;
  validFrom: string | null;
  validUntil: string | null;
  updatedAt: string;
};

export type Article = ArticleHead & {
  body: string;
  legalBasis: string | null;
  region: string | null;
  audience: string | null;
  item: string | null;
};

export type ArticleHit = SearchHit;

export type AuditEntry = {
  seq: number;
  at: string;
  actor: string;
  action: string;
  target: string;
  requestId: string;
  change: unknown;
};

export type User = {
  id: string;
  username: string | null;
  name: string;
  role: Role;
  agentId: string | null;
  agency: string | null;
};

export type NewUser = {
  username: string;
  password: string;
  name: string;
  role: Role;
  agentId?: string;
  agency?: string;
};

export type Typed = z.input<typeof orders.OrderChanges>;
