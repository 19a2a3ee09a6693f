import { createHmac } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { type Role, roles, roleTitles } from "../../platform/access.ts";
import type { Config } from "../../platform/config.ts";
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

/** The seat of the demo agent: calls of this seat and of none are theirs. */
export const demoAgentId = "A1001";

/** A demo stands on the embedded database only; the settings refuse the rest, and so does this. */
export const isDemo = (config: Config): boolean => config.isDemo && config.databaseUrl === null;

/** One person a role, for the buttons of the sign-in screen. */
export const demoRoles = (config: Config): { role: Role; title: string; name: string }[] =>
  isDemo(config) ? roles.map((role) => ({ role, title: roleTitles[role], name: names[role] })) : [];

type Enter = (input: SignIn, caller: Caller) => Promise<Entered>;

/**
 * Signs in the demo person of a role, made at the first time. Their password follows from the secret, so no one knows it.
 * Throws AppError `not_found` unless this is an embedded demo.
 */
export async function demoSignIn(services: Services, secret: string, role: Role, caller: Caller, enter: Enter) {
  if (!isDemo(services.config)) throw notFound("演示登录");
  const username = `demo.${role}`;
  const password = createHmac("sha256", secret).update(`demo:${role}`).digest("base64url");
  const known = await findUserByName(services.db, username);
  if (!known) await createDemoUser(services, role, { username, password }, caller);
  return enter({ username, password }, caller).catch(async (error: unknown) => {
    const isOtherSecret = known && error instanceof AppError && error.fault === "unauthenticated";
    if (!isOtherSecret) throw error;
    await setPasswordHash(services.db, known.id, await hashPassword(password), services.now());
    return enter({ username, password }, caller);
  });
}

async function createDemoUser(services: Services, role: Role, credentials: SignIn, caller: Caller): Promise<void> {
  const ctx = systemCtx(services, "demo", caller.signal, caller.requestId);
  const agency = services.rules.agencies[0]?.name ?? "示例单位";
  const place = { agentId: role === "agent" ? demoAgentId : null, agency: role === "agency" ? agency : null };
  await createUser(ctx, { ...credentials, name: names[role], role, ...place }).catch((error: unknown) => {
    // Two buttons pressed at once: the other one made the person.
    if (!(error instanceof AppError && error.fault === "conflict")) throw error;
  });
}
