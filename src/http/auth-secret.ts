import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../platform/config.ts";

const shortestChars = 32;

/**
 * The key that signs session cookies: the configured one, else one made at the first start and kept in `dataDir`/secret,
 * readable by its owner only. A database in memory gets a key that lasts as long as the process.
 * Throws an Error when a configured database has no key (the settings refuse that too) or the kept one is too short.
 */
export function authSecret(config: Config): string {
  if (config.authSecret) return config.authSecret;
  if (config.databaseUrl) throw new Error("用外部数据库时必须设置 AUTH_SECRET");
  const fresh = randomBytes(32).toString("hex");
  if (config.dataDir.startsWith("memory:")) return fresh;
  const path = join(config.dataDir, "secret");
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, fresh, { mode: 0o600, flag: "wx" });
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (!isThere) throw error;
  }
  const kept = readFileSync(path, "utf8").trim();
  if (kept.length < shortestChars) throw new Error(`${path} 过短：删除它，下次启动会生成新的（所有人需重新登录）`);
  return kept;
}
