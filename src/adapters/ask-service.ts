import type { z } from "zod";
import { AppError } from "../platform/errors.ts";
import { keepingFetch } from "./keeping-fetch.ts";
import { isRefused } from "./with-retry.ts";

/** A model server that speaks JSON. `name`: as people are told of it. */
export type ModelService = { name: string; baseUrl: string; apiKey: string; maxAnswerBytes?: number };

/**
 * Posts `body` to `path` and reads the answer by its schema. Throws AppError `rate_limited`, `bad_answer` when the server refuses or answers
 * something else, and `unavailable`.
 */
export async function askService<Answer>(
  { name, baseUrl, apiKey, maxAnswerBytes }: ModelService,
  { path, body, answer }: { path: string; body: object; answer: z.ZodType<Answer> },
  signal: AbortSignal,
): Promise<Answer> {
  const response = await keepingFetch(maxAnswerBytes)
    .fetch(`${baseUrl.replace(/\/$/, "")}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
      body: JSON.stringify(body),
      signal,
    })
    .catch(unavailable(name));
  if (response.status === 429) throw new AppError("rate_limited", `${name}繁忙，请稍后再试`);
  if (isRefused(response)) throw new AppError("bad_answer", `${name}拒绝了这次请求`, { detail: response.status });
  if (!response.ok) throw new AppError("unavailable", away(name), { detail: response.status });
  const read = answer.safeParse(await response.json().catch(() => null));
  if (!read.success) throw badAnswer(name, read.error.issues);
  return read.data;
}

/** What people are told while a service does not answer. */
export const away = (name: string): string => `${name}暂不可用`;

/** The error for an answer that is not what was asked. */
export const badAnswer = (name: string, detail?: unknown): AppError =>
  new AppError("bad_answer", `${name}的答复不合要求`, { detail });

/** Makes AppError `unavailable` of what is none yet. */
export const unavailable =
  (name: string) =>
  (cause: unknown): never => {
    if (cause instanceof AppError) throw cause;
    throw new AppError("unavailable", away(name), { cause });
  };
