import { parseArgs } from "node:util";
import type { Config } from "../platform/config.ts";
import { systemCtx } from "../platform/context.ts";
import { type LabelledExample, trainNamed } from "../platform/learn/index.ts";
import { openServices } from "../services.ts";
import { UsageError, withDatabase } from "./read-options.ts";
import { type CsvSource, readCsvRows } from "./read-rows.ts";

const options = {
  in: { type: "string" },
  text: { type: "string" },
  label: { type: "string" },
  name: { type: "string" },
  append: { type: "string", multiple: true },
  data: { type: "string" },
  fresh: { type: "boolean", default: false },
} as const;

/** tingsu train --in rows.csv --text title,body --label label_l1 --name NAME [--append other.csv:tokens:label_l1] */
export async function runTrain(args: string[], settings: Config): Promise<number> {
  const values = parseWords(args);
  const { in: path, text, label, name } = values;
  if (!path || !text || !label || !name)
    throw new UsageError("缺少 --in 文件、--text 列名、--label 列名或 --name 名称");
  const sources = [
    { path, textColumns: text.split(","), labelColumn: label },
    ...(values.append ?? []).map(readAppend),
  ];
  const rows = sources.flatMap(readLabelled);
  if (new Set(rows.map((row) => row.label)).size < 2) throw new UsageError("至少要有两种标签才能训练");
  const services = await openServices(withDatabase(settings, values.data, values.fresh), { queues: false });
  try {
    const ctx = systemCtx(services, "train", new AbortController().signal, "cli");
    process.stdout.write(`${JSON.stringify(await trainNamed(ctx, { name, rows }))}\n`);
    return 0;
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

/** `other.csv:tokens:label_l1`; the path itself may hold colons. */
function readAppend(words: string): CsvSource {
  const [, path, text, label] = /^(.+):([^:]+):([^:]+)$/u.exec(words) ?? [];
  if (!path || !text || !label) throw new UsageError(`--append 应写成 文件:文本列:标签列，现在是 ${words}`);
  return { path, textColumns: text.split(","), labelColumn: label };
}

/** Rows without a label teach nothing; where none has one the column is wrong. */
function readLabelled(source: CsvSource): LabelledExample[] {
  const rows = readCsvRows(source).filter(({ label }) => label !== "");
  if (rows.length === 0) throw new UsageError(`文件 ${source.path} 的“${source.labelColumn}”列没有标签`);
  return rows.map(({ text, label }) => ({ example: text, label }));
}
