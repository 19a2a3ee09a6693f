import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { UsageError } from "./read-options.ts";

/** The text and, where asked for, the label of a data row of a CSV file. */
export type CsvRow = { text: string; label: string };

/** `textColumns` are joined; `labelColumn` null leaves labels empty. */
export type CsvSource = { path: string; textColumns: readonly string[]; labelColumn: string | null };

/** Reads the data rows of a CSV file with a head line. Throws UsageError for a missing file or column, or a file that is no CSV. */
export function readCsvRows({ path, textColumns, labelColumn }: CsvSource): CsvRow[] {
  if (!existsSync(path)) throw new UsageError(`找不到文件 ${path}`);
  const [head, ...records] = parseCsv(path);
  if (!head) throw new UsageError(`文件 ${path} 是空的`);
  const indexOf = (column: string): number => {
    const at = head.indexOf(column);
    if (at < 0) throw new UsageError(`文件 ${path} 没有“${column}”列，只有：${head.join("、")}`);
    return at;
  };
  const texts = textColumns.map(indexOf);
  const label = labelColumn === null ? null : indexOf(labelColumn);
  return records.map((record) => ({
    text: texts.map((at) => record[at] ?? "").join("\n"),
    label: label === null ? "" : (record[label] ?? "").trim(),
  }));
}

function parseCsv(path: string): string[][] {
  try {
    return parse(readFileSync(path), { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    throw new UsageError(`文件 ${path} 不是合法的 CSV：${error instanceof Error ? error.message : String(error)}`);
  }
}
