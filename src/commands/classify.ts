import { parseArgs } from "node:util";
import type { Config } from "../platform/config.ts";
import { systemCtx } from "../platform/context.ts";
import { type Classification, classifyNamed, type Example } from "../platform/learn/index.ts";
import { openServices } from "../services.ts";
import { writeResults } from "./batch.ts";
import { UsageError, withDatabase } from "./read-options.ts";
import { type CsvRow, readCsvRows } from "./read-rows.ts";

const options = {
  name: { type: "string" },
  in: { type: "string" },
  text: { type: "string" },
  out: { type: "string" },
  data: { type: "string" },
  fresh: { type: "boolean", default: false },
} as const;

/** tingsu classify --name NAME --in rows.csv --text title,body [--out predictions.jsonl] */
export async function runClassify(args: string[], settings: Config): Promise<number> {
  const { name, in: path, text, out, data, fresh } = parseWords(args);
  if (!name || !path || !text) throw new UsageError("缺少 --name 名称、--in 文件或 --text 列名");
  const rows = readCsvRows({ path, textColumns: text.split(","), labelColumn: null });
  const services = await openServices(withDatabase(settings, data, fresh), { queues: false });
  try {
    const ctx = systemCtx(services, "classify", new AbortController().signal, "cli");
    return await writeResults(predict(rows, await classifyNamed(ctx, name)), out ?? null);
  } finally {
    await services.close();
  }
}

function parseWords(args: string[]) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function* predict(rows: readonly CsvRow[], ask: (example: Example) => Classification) {
  for (const [at, { text }] of rows.entries()) yield { row: at + 1, ...ask(text) };
}
