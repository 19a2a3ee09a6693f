import type { z } from "zod";
import { AppError } from "../platform/errors.ts";
import { issuesShown, localeError } from "../platform/explain.ts";
import { isStorable } from "../platform/storable.ts";

type Issue = z.core.$ZodIssue;

/** Our own schemas speak Chinese already; zod's words are put into it. */
function wordsOf(issue: Issue): string {
  const isOurs = /\p{Script=Han}/u.test(issue.message);
  const translated = isOurs ? issue.message : localeError(issue as z.core.$ZodRawIssue);
  const words = typeof translated === "string" ? translated : (translated?.message ?? "内容有误");
  const place = issue.path.map(String).join(".");
  return place ? `${place}：${words}` : words;
}

function holdsUnstorable(value: unknown): boolean {
  if (typeof value === "string") return !isStorable(value);
  return typeof value === "object" && value !== null && Object.values(value).some(holdsUnstorable);
}

/** Turns bad input into AppError `invalid` that names the places. For `defaultHook`, so it sees all input of every route. */
export function refuseInvalid(result: { success: true; data: unknown } | { success: false; error: z.ZodError }): void {
  if (result.success) {
    if (holdsUnstorable(result.data)) throw new AppError("invalid", "提交的内容含有空字符或不完整的字符");
    return;
  }
  const { issues } = result.error;
  const words = issues.slice(0, issuesShown).map(wordsOf).join("；");
  throw new AppError("invalid", `提交的内容有误：${words}`, { detail: issues.map((issue) => issue.code) });
}
