import { parseArgs } from "node:util";
import type { Config } from "../platform/config.ts";

/** A wrong command line: the words are for the person who typed it, no stack. */
export class UsageError extends Error {}

export type BatchOptions = { in: string | null; out: string | null; files: string[] };

const shared = {
  in: { type: "string" },
  out: { type: "string" },
  data: { type: "string" },
  fresh: { type: "boolean", default: false },
} as const;

/** The options that every batch verb has: --in, --out, --data DIR, --fresh. Throws UsageError on an unknown one. */
export function readBatchOptions(args: string[], config: Config): { options: BatchOptions; config: Config } {
  try {
    const { values, positionals } = parseArgs({ args, options: shared, allowPositionals: true });
    const options = { in: values.in ?? null, out: values.out ?? null, files: positionals };
    return { options, config: withDatabase(config, values.data, values.fresh) };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** `--fresh` is an empty database in memory, `--data DIR` an embedded one in DIR; else what the settings say. */
export function withDatabase(config: Config, dataDir: string | undefined, fresh: boolean): Config {
  if (fresh && dataDir) throw new UsageError("--fresh 和 --data 只能用一个");
  if (!fresh && !dataDir) return config;
  return {
    ...config,
    databaseUrl: null,
    redisUrl: null,
    isDemo: false,
    dataDir: fresh ? "memory://" : (dataDir ?? ""),
  };
}
