import { createHmac } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { type Role, roles, roleTitles } from "../../platform/access.ts";
import { type Config, isEmbedded } from "../../platform/config.ts";
import { type Services, systemCtx } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import { createUser, type SignIn } from "../users/index.ts";
import { findUserByName, setPasswordHash } from "../users/store.ts";
import type { Caller, Entered } from "./sign-in.ts";

const names: Record<Role, string> = {
  agent: "林晓",
  callback: "周宁",
  dispatcher: "陈立",
  agency: "赵明",
  qa: "吴敏",
  editor: "郑文",
  admin: "孙涛",
};

/** What an editor writes another one checks, so the demo has a second person of that role. */
const second = { role: "editor", title: "知识审核", name: "何静" } as const;

/** Which person of a role: the second one exists for editors only. */
export type DemoPerson = { role: Role; second?: boolean | undefined };

/** The seat of the demo agent: calls of this seat and of none are theirs. */
export const demoAgentId = "A1001";
/** Seat of the demo's callback officer, whose sample callback it is. */
const demoCallbackId = "A1021";

/** A demo stands on the embedded database only; the settings refuse the rest, and so does this. */
export const isDemo = (config: Config): boolean => config.isDemo && isEmbedded(config);

/** One person a role and a second editor, for the buttons of the sign-in screen. */
export function demoRoles(config: Config): { role: Role; title: string; name: string; second: boolean }[] {
  if (!isDemo(config)) return [];
  const people = roles.map((role) => ({ role, title: roleTitles[role], name: names[role], second: false }));
  return people.flatMap((person) => (person.role === second.role ? [person, { ...second, second: true }] : [person]));
}

type Enter = (input: SignIn, caller: Caller) => Promise<Entered>;

/**
 * Signs in the demo person, made at the first time. Their password follows from the secret, so no one knows it.
 * Throws AppError `not_found` unless this is an embedded demo that has the person.
 */
export async function demoSignIn(services: Services, secret: string, person: DemoPerson, caller: Caller, enter: Enter) {
  const isThere = !person.second || person.role === second.role;
  if (!isDemo(services.config) || !isThere) throw notFound("演示登录");
  const key = person.second ? `${person.role}.second` : person.role;
  const username = `demo.${key}`;
  const password = createHmac("sha256", secret).update(`demo:${key}`).digest("base64url");
  const known = await findUserByName(services.db, username);
  if (!known) await createDemoUser(services, person, { username, password }, caller);
  return enter({ username, password }, caller).catch(async (error: unknown) => {
    const isOtherSecret = known && error instanceof AppError && error.fault === "unauthenticated";
    if (!isOtherSecret) throw error;
    await setPasswordHash(services.db, known.id, await hashPassword(password), services.now());
    return enter({ username, password }, caller);
  });
}

async function createDemoUser(
  services: Services,
  person: DemoPerson,
  credentials: SignIn,
  caller: Caller,
): Promise<void> {
  const { role } = person;
  const ctx = systemCtx(services, "demo", caller.signal, caller.requestId);
  const agency = services.rules.agencies[0]?.name ?? "示例单位";
  const seats: Partial<Record<typeof role, string>> = { agent: demoAgentId, callback: demoCallbackId };
  const place = { agentId: seats[role] ?? null, agency: role === "agency" ? agency : null };
  const name = person.second ? second.name : names[role];
  await createUser(ctx, { ...credentials, name, role, ...place }).catch((error: unknown) => {
    // Two buttons pressed at once: the other one made the person.
    if (!(error instanceof AppError && error.fault === "conflict")) throw error;
  });
}
