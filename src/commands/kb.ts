import { existsSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type ImportFault, importArticles, readArticles, SearchQuery, searchArticles } from "../kb/index.ts";
import { toShanghaiIso } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import { type Ctx, systemCtx } from "../platform/context.ts";
import { mapJsonLines } from "../platform/json-lines.ts";
import { openServices } from "../services.ts";
import { linesOf, writeResults } from "./batch.ts";
import { UsageError, withDatabase } from "./read-options.ts";

const options = {
  in: { type: "string" },
  out: { type: "string" },
  k: { type: "string", short: "k", default: "10" },
  title: { type: "string" },
  body: { type: "string" },
  id: { type: "string" },
  publish: { type: "boolean", default: false },
  data: { type: "string" },
  fresh: { type: "boolean", default: false },
} as const;

/** tingsu kb import FILE [--publish], tingsu kb search --in queries.jsonl -k 10 [--out results.jsonl] */
export async function runKb(args: string[], settings: Config): Promise<number> {
  const { values, positionals } = parseWords(args);
  const [verb, path] = positionals;
  if (verb !== "import" && verb !== "search")
    throw new UsageError("用法：tingsu kb import 文件 或 tingsu kb search --in 文件");
  const services = await openServices(withDatabase(settings, values.data, values.fresh), { queues: false });
  const ctx = systemCtx(services, "kb", new AbortController().signal, "cli");
  try {
    return verb === "import" ? await importFile(ctx, path, values) : await searchLines(ctx, values);
  } finally {
    await services.close();
  }
}

type Values = ReturnType<typeof parseWords>["values"];

function parseWords(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function importFile(ctx: Ctx, path: string | undefined, values: Values): Promise<number> {
  if (!path || !existsSync(path)) throw new UsageError(`找不到文件 ${path ?? ""}`);
  const { title, body, id } = values;
  const isNamed = Boolean(title ?? body ?? id);
  const mapping = { ...(title ? { title } : {}), ...(body ? { body } : {}), ...(id ? { externalId: id } : {}) };
  const options = { mapping, isGuessing: !isNamed, encoding: null };
  const { articles, faults, notes } = await readArticles({ name: basename(path), path }, options, ctx.signal);
  for (const note of notes) process.stderr.write(`${note}\n`);
  for (const fault of faults) process.stderr.write(`${whereOf(fault, basename(path))}：${fault.message}\n`);
  const report = await importArticles(ctx, { articles, publish: values.publish });
  process.stdout.write(`${JSON.stringify({ ...report, faults: faults.length })}\n`);
  return faults.length ? 1 : 0;
}

/** A file that is one table needs no name before its lines. */
const whereOf = ({ file, sheet, line }: ImportFault, name: string): string =>
  [file === name ? null : file, sheet, line === null ? null : `第 ${line} 行`].filter(Boolean).join(" · ") || name;

function searchLines(ctx: Ctx, values: Values): Promise<number> {
  const k = z.coerce.number().int().min(1).max(100).safeParse(values.k);
  if (!k.success) throw new UsageError("-k 应为 1 到 100 的整数");
  const now = toShanghaiIso(ctx.now());
  const Query = SearchQuery.extend({ id: z.string(), at: SearchQuery.shape.at.default(now) });
  const search = async ({ id, ...query }: z.infer<typeof Query>) => ({
    id,
    ...(await searchArticles(ctx, { ...query, k: k.data })),
  });
  return writeResults(mapJsonLines(linesOf(values.in ?? null), Query, search), values.out ?? null);
}
