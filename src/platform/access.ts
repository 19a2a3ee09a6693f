import { AppError } from "./errors.ts";

export const roles = ["agent", "callback", "dispatcher", "agency", "qa", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

export const roleTitles: Record<Role, string> = {
  agent: "坐席",
  callback: "回访员",
  dispatcher: "派单员",
  agency: "承办单位",
  qa: "质检员",
  editor: "知识编辑",
  admin: "管理员",
};

/** The whole of who may do what. A verb names one of these; a test walks every cell. */
export const grants = {
  "call.receive": ["agent", "callback"],
  "call.read": ["agent", "callback", "dispatcher", "qa"],
  "call.process": ["agent", "callback"],
  "order.read": ["agent", "callback", "dispatcher", "agency", "qa"],
  "order.edit": ["agent", "dispatcher"],
  "order.confirm": ["agent", "dispatcher"],
  "suggestion.decide": ["agent", "callback", "dispatcher", "qa"],
  "article.read": ["agent", "callback", "dispatcher", "agency", "qa", "editor"],
  "article.edit": ["editor"],
  "article.feedback": ["agent", "callback", "dispatcher", "agency", "qa", "editor"],
  "answer.tell": ["agent", "callback"],
  "recall.read": ["agent", "callback", "dispatcher", "editor"],
  "recall.do": ["agent", "callback", "dispatcher"],
  "article.check": ["editor"],
  "score.read": ["agent", "callback", "qa"],
  "score.review": ["qa"],
  "score.answer": ["agent", "callback"],
  "wording.check": ["agent", "callback", "qa"],
  "callback.read": ["callback", "qa"],
  "callback.add": ["callback", "dispatcher", "qa"],
  "callback.work": ["callback"],
  "callback.seal": ["dispatcher", "qa"],
  "callback.rates": ["callback", "dispatcher", "qa"],
  "audit.read": ["admin"],
  "user.manage": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof grants;

/** Who acts. `agentId` is a person's seat number; `agency` the unit an agency account belongs to. */
export type Actor =
  | { kind: "user"; userId: string; name: string; role: Role; agentId: string | null; agency: string | null }
  | { kind: "system"; job: string };

export function may(actor: Actor, permission: Permission): boolean {
  const allowed: readonly Role[] = grants[permission];
  return actor.kind === "system" || allowed.includes(actor.role);
}

/** Throws AppError `forbidden` unless the actor's role has the permission. Which rows it reaches is the store's part. */
export function authorize(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new AppError("forbidden", "您的角色没有这项权限", { detail: permission });
}

/** Who acts, by id, as records keep it. */
export const actorName = (actor: Actor): string =>
  actor.kind === "user" ? `user:${actor.userId}` : `system:${actor.job}`;

/** Who acts, as people read it. */
export const displayName = (actor: Actor): string => (actor.kind === "user" ? actor.name : "系统");
