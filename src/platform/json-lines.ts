import { z } from "zod";
import { AppError, type Fault } from "./errors.ts";
import { explain, issuesInWords } from "./explain.ts";

/** What a bad line gives in place of a result: it never stops the others. */
export type LineFault = { id: string | null; line: number; error: { fault: Fault | "internal"; message: string } };

const HasId = z.object({ id: z.string() });

/**
 * Runs `work` on every line of JSON Lines, `together` at a time, and gives the results in the order of the lines.
 * Empty lines are skipped. A line that is no JSON, breaks the schema or fails gives a LineFault.
 */
export async function* mapJsonLines<Input, Output>(
  lines: AsyncIterable<string>,
  schema: z.ZodType<Input>,
  work: (input: Input) => Promise<Output> | Output,
  together = 1,
): AsyncGenerator<Output | LineFault> {
  let waiting: Promise<Output | LineFault>[] = [];
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (!text.trim()) continue;
    waiting.push(runLine(text, line, schema, work));
    if (waiting.length < together) continue;
    yield* await Promise.all(waiting);
    waiting = [];
  }
  yield* await Promise.all(waiting);
}

export const isLineFault = (result: unknown): result is LineFault =>
  typeof result === "object" && result !== null && "error" in result && "line" in result;

async function runLine<Input, Output>(
  text: string,
  line: number,
  schema: z.ZodType<Input>,
  work: (input: Input) => Promise<Output> | Output,
): Promise<Output | LineFault> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { id: null, line, error: { fault: "invalid", message: `第 ${line} 行不是合法的 JSON` } };
  }
  const id = HasId.safeParse(value).data?.id ?? null;
  const parsed = schema.safeParse(value, { error: explain });
  if (!parsed.success) return { id, line, error: { fault: "invalid", message: issuesInWords(parsed.error) } };
  try {
    return await work(parsed.data);
  } catch (error) {
    if (error instanceof AppError) return { id, line, error: { fault: error.fault, message: error.message } };
    return { id, line, error: { fault: "internal", message: "处理出错，请把这一行交给管理员" } };
  }
}
