import { z } from "zod";
import { type Actor, roles } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";

export type UserActor = Extract<Actor, { kind: "user" }>;

/** What better-auth gives back of a row of `app_user`. */
export const SessionUser = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  agentId: z.string().nullish(),
  agency: z.string().nullish(),
  disabledAt: z.date().nullish(),
});
export type SessionUser = z.infer<typeof SessionUser>;

export const actorOf = ({ id, name, role, agentId, agency }: SessionUser): UserActor => ({
  kind: "user",
  userId: id,
  name,
  role,
  agentId: agentId ?? null,
  agency: agency ?? null,
});

/** Whose session it is, for the audit. */
export const ownerOf = (ctx: Ctx): string => (ctx.actor.kind === "user" ? ctx.actor.userId : ctx.actor.job);
