import type { z } from "zod";
import { zhCN } from "zod/locales";

/** Zod's own words for what is wrong, in Chinese. */
export const { localeError } = zhCN();
/** Of many faults the first few are told. */
export const issuesShown = 5;

/** Zod's own words in Chinese, plain ones for what is simply not there. Give it to `safeParse` as `error`. */
export const explain: z.core.$ZodErrorMap = (issue) =>
  issue.code === "invalid_type" && issue.input === undefined ? "缺少这个字段" : localeError(issue);

/** What is wrong and where, for people: "speaker：应为 …；endMs：早于 startMs". */
export const issuesInWords = (error: z.ZodError): string =>
  error.issues
    .slice(0, issuesShown)
    .map((issue) => [issue.path.map(String).join("."), issue.message].filter(Boolean).join("："))
    .join("；");
