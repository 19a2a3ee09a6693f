import type { Item, Reading, SourceFile } from "./reading.ts";
import { articlesOfRows, type Row } from "./table-articles.ts";
import { decoded, encodingOf } from "./text-encoding.ts";

const longestLineChars = 2_000_000;

/** The articles of JSON Lines: one object a line. A broken line is told and does not stop the others. */
export async function* jsonArticles(file: SourceFile, reading: Reading): AsyncGenerator<Item> {
  yield* articlesOfRows(jsonRows(file, reading), reading, file.name);
}

async function* jsonRows(file: SourceFile, reading: Reading): AsyncGenerator<Row | Item> {
  const encoding = reading.encoding ?? (await encodingOf(file.path));
  reading.encodingFound ??= encoding;
  let number = 0;
  for await (const text of linesOf(decoded(file.path, encoding))) {
    number += 1;
    const where = { file: file.name, sheet: null, line: number };
    if (text === null) yield { fault: { ...where, message: "这一行过长" } };
    else if (text.trim()) {
      const cells = cellsOf(text);
      yield cells ? { where, cells } : { fault: { ...where, message: "不是一个 JSON 对象" } };
    }
  }
}

function cellsOf(text: string): ReadonlyMap<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return new Map(Object.entries(value));
  } catch {
    return null;
  }
}

/** Null stands for a line that is longer than any article. */
async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string | null> {
  let held = "";
  let isTooLong = false;
  for await (const text of texts) {
    const lines = text.split("\n");
    for (const [at, piece] of lines.entries()) {
      isTooLong ||= held.length + piece.length > longestLineChars;
      held = isTooLong ? "" : held + piece;
      if (at === lines.length - 1) break;
      yield isTooLong ? null : held;
      held = "";
      isTooLong = false;
    }
  }
  if (isTooLong) yield null;
  else if (held) yield held;
}
