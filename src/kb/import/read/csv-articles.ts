import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import type { Item, Reading, SourceFile } from "./reading.ts";
import { articlesOfRows, type Line, rowsUnderHead } from "./table-articles.ts";
import { decoded, encodingOf } from "./text-encoding.ts";

/** An unclosed quotation mark must not swallow the file. */
const longestRowChars = 1_000_000;
const broken = "这一行的列数或引号有误";

type Parsed = { record: string[]; info: { lines: number } };

/** The articles of a CSV file (commas, semicolons or tabs), as it streams by. A broken row is told and does not stop the others. */
export async function* csvArticles(file: SourceFile, reading: Reading): AsyncGenerator<Item> {
  yield* articlesOfRows(rowsUnderHead(csvLines(file, reading)), reading, file.name);
}

async function* csvLines(file: SourceFile, reading: Reading): AsyncGenerator<Line | Item> {
  const encoding = reading.encoding ?? (await encodingOf(file.path));
  reading.encodingFound ??= encoding;
  const skipped: Item[] = [];
  const at = (line: number) => ({ file: file.name, sheet: null, line });
  const fault = (error: unknown): Item => ({
    fault: { ...at(error instanceof CsvError && "lines" in error ? Number(error.lines) : 1), message: broken },
  });
  const parser = parse({
    delimiter: await delimiterOf(file, encoding),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: longestRowChars,
    on_skip: (error) => {
      skipped.push(fault(error));
      return undefined;
    },
  });
  const source = Readable.from(oneLineEnd(decoded(file.path, encoding)));
  // A failure reaches us through the parser, which it destroys.
  pipeline(source, parser).catch(() => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      yield* skipped.splice(0);
      yield { where: at(info.lines), values: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    skipped.push(fault(error));
  }
  yield* skipped;
}

/** A file may mix the line ends of two systems. */
async function* oneLineEnd(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const text of texts) {
    const all = held + text;
    held = all.endsWith("\r") ? "\r" : "";
    yield all.slice(0, all.length - held.length).replaceAll("\r\n", "\n");
  }
  if (held) yield held;
}

/** The sign that stands most often in the first line, outside quotation marks. */
async function delimiterOf(file: SourceFile, encoding: Reading["encodingFound"]): Promise<string> {
  let head = "";
  for await (const text of decoded(file.path, encoding ?? "UTF-8")) {
    head += text;
    if (head.trimStart().includes("\n") || head.length > longestRowChars) break;
  }
  const line = (head.trimStart().split("\n")[0] ?? "").replace(/"[^"]*"/g, "");
  const signs = [",", "\t", ";"].map((sign) => ({ sign, times: line.split(sign).length }));
  return signs.reduce((best, next) => (next.times > best.times ? next : best)).sign;
}
