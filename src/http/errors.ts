import type { Context, ErrorHandler, NotFoundHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { sqlState } from "../platform/db.ts";
import { AppError, type Fault, faults, notFound } from "../platform/errors.ts";
import type { Log } from "../platform/log.ts";
import type { OpenEnv } from "./env.ts";
import type { ErrorBody } from "./route.ts";

const faultOfStatus: Partial<Record<number, [Fault, string]>> = {
  400: ["invalid", "提交的内容不是正确的 JSON"],
  413: ["too_large", "提交的内容过大"],
  415: ["invalid", "请求的 Content-Type 应为 application/json"],
};

/** Any error as one we know; null where all that may be said is that it failed. */
function known(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException) {
    const [fault, message] = faultOfStatus[error.status] ?? [];
    return fault && message ? new AppError(fault, message, { cause: error }) : null;
  }
  const state = sqlState(error) ?? "";
  // Characters that no column can hold: NUL in text or JSON, half of a surrogate pair.
  if (/^(22021|22P02|22P05)$/.test(state))
    return new AppError("invalid", "提交的内容含有无法保存的字符", { cause: error });
  // The database is going down or starting, the connection is gone, too many clients, waited too long.
  if (/^(08|57P0|57014|55P03|53300)|^ECONN/.test(state))
    return new AppError("unavailable", "数据库暂时不可用，请稍后再试");
  return null;
}

/** Answers every error in one body. The unknown ones go to the log by class and code, and to the caller as a bland 500. */
export const answerError =
  (log: Log): ErrorHandler<OpenEnv> =>
  (error, c) => {
    const fault = known(error);
    if (!fault || fault.fault === "unavailable") {
      // A message may hold a statement with its values: words and numbers of people.
      const where = error.stack
        ?.split("\n")
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 8);
      log.error({ requestId: c.var.requestId, error: error.name, code: sqlState(error), where }, "request failed");
    }
    return answer(c, fault ?? { fault: "internal", message: "服务出错，请稍后再试", present: undefined });
  };

/** A path that no route has. */
export const answerNotFound: NotFoundHandler<OpenEnv> = (c) => answer(c, notFound("接口"));

function answer(
  c: Context<OpenEnv>,
  error: { fault: Fault | "internal"; message: string; present: unknown },
): Response {
  const { fault, message, present } = error;
  const body: ErrorBody = { error: fault, message, requestId: c.var.requestId };
  return c.json(present === undefined ? body : { ...body, present }, fault === "internal" ? 500 : faults[fault].status);
}
