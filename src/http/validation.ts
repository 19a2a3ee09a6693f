import { z } from "zod";
import { AppError } from "../platform/errors.ts";

const chinese = z.locales.zhCN().localeError;
const mostIssues = 5;

type Issue = z.core.$ZodIssue;

/** Our own schemas speak Chinese already; zod's words are put into it. */
function wordsOf(issue: Issue): string {
  const isOurs = /\p{Script=Han}/u.test(issue.message);
  const translated = isOurs ? issue.message : chinese(issue as z.core.$ZodRawIssue);
  const words = typeof translated === "string" ? translated : (translated?.message ?? "内容有误");
  const place = issue.path.map(String).join(".");
  return place ? `${place}：${words}` : words;
}

/** Turns a failed check of a request into AppError `invalid` that names the places. For `defaultHook`. */
export function refuseInvalid(result: { success: true } | { success: false; error: z.ZodError }): void {
  if (result.success) return;
  const { issues } = result.error;
  const words = issues.slice(0, mostIssues).map(wordsOf).join("；");
  throw new AppError("invalid", `提交的内容有误：${words}`, { detail: issues.map((issue) => issue.code) });
}
