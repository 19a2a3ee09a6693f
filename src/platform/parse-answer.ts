import type { z } from "zod";
import { AppError } from "./errors.ts";

const maxChars = 200_000;

/**
 * A model's words are data until they pass the schema: takes `<think>` parts and code fences off, parses, checks.
 * Throws AppError `bad_answer` for anything else.
 */
export function parseAnswer<T>(text: string, schema: z.ZodType<T>): T {
  if (text.length > maxChars) throw new AppError("bad_answer", "模型答复过长");
  const bare = text.replace(/<think>[\s\S]*?<\/think>/g, "");
  const json = /```(?:json)?\s*([\s\S]*?)```/.exec(bare)?.[1] ?? bare;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new AppError("bad_answer", "模型答复不合要求", { cause });
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new AppError("bad_answer", "模型答复不合要求", { detail: result.error.issues });
  return result.data;
}
