import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { isLineFault } from "../platform/json-lines.ts";
import { UsageError } from "./read-options.ts";

/** The lines of a file. Throws UsageError when there is none. */
export function linesOf(path: string | null): AsyncIterable<string> {
  if (!path) throw new UsageError("缺少 --in 文件");
  if (!existsSync(path)) throw new UsageError(`找不到文件 ${path}`);
  return readLines(path);
}

/** Opens the file only when it is read: readline loses the lines that come before anyone listens. */
async function* readLines(path: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
}

/** Writes each result as a line of JSON, shows progress on a terminal, and gives the exit code: 1 when a line failed. */
export async function writeResults(results: AsyncIterable<unknown>, path: string | null): Promise<number> {
  const out = path ? createWriteStream(path) : process.stdout;
  const startedMs = performance.now();
  let count = 0;
  let failed = 0;
  for await (const result of results) {
    count += 1;
    if (isLineFault(result)) failed += 1;
    if (!out.write(`${JSON.stringify(result)}\n`)) await once(out, "drain");
    if (process.stderr.isTTY) process.stderr.write(`\r已处理 ${count} 条，出错 ${failed} 条`);
  }
  if (path) {
    out.end();
    await finished(out);
  }
  const seconds = (performance.now() - startedMs) / 1000;
  const rate = (count / Math.max(seconds, 0.001)).toFixed(1);
  process.stderr.write(
    `${process.stderr.isTTY ? "\r" : ""}共 ${count} 条，出错 ${failed} 条，用时 ${seconds.toFixed(1)} 秒，每秒 ${rate} 条\n`,
  );
  return failed ? 1 : 0;
}
