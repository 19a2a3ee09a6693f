import { z } from "zod";
import { AppError } from "./errors.ts";
import { explain } from "./explain.ts";

const flag = z.stringbool({ error: "应为 true 或 false" });
const port = z.coerce.number({ error: "应为 1 到 65535 的端口号" }).int().min(1).max(65535);
const positive = z.coerce.number({ error: "应为正数" }).int().positive();

/** "https://a.example.cn,http://10.0.0.5:8080": scheme, host and port only. */
const origins = z
  .string()
  .transform((list) =>
    list
      .split(",")
      .map((origin) => origin.trim())
      .filter(Boolean),
  )
  .refine((list) => list.every(isOrigin), "应为逗号分隔的网页来源，如 https://ruc.example.cn，不带路径");

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text.toLowerCase();
}

const Env = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "应为 postgres://用户@主机/库" }).optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/, error: "应为 redis://主机:端口" }).optional(),
    DATA_DIR: z.string().default("./data"),
    RULES_DIR: z.string().default("./rules"),
    CITY: z
      .string()
      .regex(/^[a-z0-9-]+$/, "应为 rules/cities 下的文件夹名")
      .default("yunling"),
    HOST: z.string().default("127.0.0.1"),
    PORT: port.default(3000),
    EMBED_ORIGINS: origins.default([]),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    AUTH_SECRET: z.string().min(32, "至少 32 个字符：openssl rand -hex 32").optional(),
    DEMO: flag.optional(),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    LLM_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
    LLM_API_KEY: z.string().default("none"),
    LLM_MODEL: z.string().default("default"),
    LLM_TIMEOUT_SEC: positive.default(30),
    EMBEDDING_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
    EMBEDDING_API_KEY: z.string().default("none"),
    EMBEDDING_MODEL: z.string().default("default"),
    EMBEDDING_DIMENSIONS: positive.max(4000, "至多 4000").default(512),
    RERANKER_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
    RERANKER_API_KEY: z.string().default("none"),
    RERANKER_MODEL: z.string().default("default"),
    RERANKER_TIMEOUT_MS: positive.default(1_500),
    KB_BRIDGE: flag.default(true),
    UPLOAD_MAX_BYTES: positive.default(200 * 1024 * 1024),
    SWEEP_SEC: positive.default(30),
    PUBLIC_SEARCH: flag.default(false),
  })
  .superRefine((env, issues) => {
    const refuse = (name: string, message: string) => issues.addIssue({ code: "custom", path: [name], message });
    if (env.REDIS_URL && !env.DATABASE_URL) refuse("REDIS_URL", "用 Redis 时必须同时设置 DATABASE_URL");
    if (env.DATABASE_URL && env.DEMO) refuse("DEMO", "演示登录只在内置数据库下可用，不能与 DATABASE_URL 同时使用");
    if (env.DATABASE_URL && !env.AUTH_SECRET) refuse("AUTH_SECRET", "用外部数据库时必须设置：openssl rand -hex 32");
  });

export type Config = Readonly<{
  databaseUrl: string | null;
  redisUrl: string | null;
  /** Folder of the embedded database and the recordings; "memory://" keeps nothing. */
  dataDir: string;
  rulesDir: string;
  city: string;
  host: string;
  port: number;
  publicUrl: string | null;
  /** Origins of pages that may show /panel in a frame. */
  embedOrigins: readonly string[];
  /** Null means: make one and keep it in the data folder (embedded mode only). */
  authSecret: string | null;
  /** One sign-in button a role and sample calls; never with a database of one's own. */
  isDemo: boolean;
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
  languageModel: Readonly<{ baseUrl: string; apiKey: string; model: string; timeoutSec: number }> | null;
  embedding: Readonly<{ baseUrl: string; apiKey: string; model: string; dimensions: number }> | null;
  reranker: Readonly<{ baseUrl: string; apiKey: string; model: string; timeoutMs: number }> | null;
  /** Whether official words are looked up beside those that a caller says. */
  bridge: boolean;
  uploadMaxBytes: number;
  sweepSec: number;
  /** Whether published articles may be searched without a sign-in. */
  publicSearch: boolean;
}>;

/** Reads the settings once; throws one error that names every bad one. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const result = Env.safeParse(filled, { error: explain });
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}：${issue.message}`);
    throw new AppError("invalid", `配置有误，请改正后再启动：\n${lines.join("\n")}`);
  }
  const e = result.data;
  const languageModel = e.LLM_BASE_URL
    ? { baseUrl: e.LLM_BASE_URL, apiKey: e.LLM_API_KEY, model: e.LLM_MODEL, timeoutSec: e.LLM_TIMEOUT_SEC }
    : null;
  const embedding = e.EMBEDDING_BASE_URL
    ? {
        baseUrl: e.EMBEDDING_BASE_URL,
        apiKey: e.EMBEDDING_API_KEY,
        model: e.EMBEDDING_MODEL,
        dimensions: e.EMBEDDING_DIMENSIONS,
      }
    : null;
  const reranker = e.RERANKER_BASE_URL
    ? {
        baseUrl: e.RERANKER_BASE_URL,
        apiKey: e.RERANKER_API_KEY,
        model: e.RERANKER_MODEL,
        timeoutMs: e.RERANKER_TIMEOUT_MS,
      }
    : null;
  return Object.freeze({
    databaseUrl: e.DATABASE_URL ?? null,
    redisUrl: e.REDIS_URL ?? null,
    dataDir: e.DATA_DIR,
    rulesDir: e.RULES_DIR,
    city: e.CITY,
    host: e.HOST,
    port: e.PORT,
    publicUrl: e.PUBLIC_URL ?? null,
    embedOrigins: e.EMBED_ORIGINS,
    authSecret: e.AUTH_SECRET ?? null,
    isDemo: e.DEMO ?? !e.DATABASE_URL,
    logLevel: e.LOG_LEVEL,
    languageModel,
    embedding,
    reranker,
    bridge: e.KB_BRIDGE,
    uploadMaxBytes: e.UPLOAD_MAX_BYTES,
    sweepSec: e.SWEEP_SEC,
    publicSearch: e.PUBLIC_SEARCH,
  });
}

/** Whether the database is the one within the process, which all share and which is for smaller bases. */
export const isEmbedded = ({ databaseUrl }: Pick<Config, "databaseUrl">): boolean => databaseUrl === null;
