import type { NewResult } from "../../../api-callbacks.ts";
import type { CaseResult } from "../../../types-callbacks.ts";
import type { Line } from "./lines.ts";

/** What is typed in a callback. `opinions`: the citizen's words, one a line; null: not chosen yet. */
export type Fields = {
  script: string | null;
  lines: readonly Line[];
  contacted: NewResult["contacted"] | null;
  resolved: NewResult["resolved"] | null;
  satisfaction: NewResult["satisfaction"] | null;
  reason: string;
  opinions: string;
};

export const contactWords = ["是", "否", "尝试联系", "未答"] as const satisfies readonly NewResult["contacted"][];
export const solvedWords = ["已解决", "部分解决", "未解决", "未答"] as const satisfies readonly NewResult["resolved"][];

const unhappy: readonly string[] = ["不满意", "非常不满意"];

/** Whether the reason is to be asked for. */
export const isUnhappy = (satisfaction: string | null): boolean =>
  satisfaction !== null && unhappy.includes(satisfaction);

/** What the record holds, to be put right; empty without one. */
export const fieldsOf = (result: CaseResult | null): Fields => ({
  script: result?.script ?? null,
  lines: [],
  contacted: result?.contacted ?? null,
  resolved: result?.resolved ?? null,
  satisfaction: result?.satisfaction ?? null,
  reason: result?.reason ?? "",
  opinions: result?.opinions.join("\n") ?? "",
});

export const fieldWords = {
  contacted: "单位是否联系",
  resolved: "是否解决",
  satisfaction: "满意度",
  reason: "不满意原因",
  opinions: "意见建议",
  leading: "诱导性用语",
} as const;

/** The questions without an answer yet, by name; 未答 is one. */
export const missingIn = (fields: Fields): string[] =>
  (["contacted", "resolved", "satisfaction"] as const)
    .filter((field) => fields[field] === null)
    .map((field) => fieldWords[field]);

/** What goes to the server; null while a question has no answer. A reason belongs to somebody unhappy. */
export function resultOf(fields: Fields, script: string): NewResult | null {
  const { contacted, resolved, satisfaction } = fields;
  if (contacted === null || resolved === null || satisfaction === null) return null;
  const reason = isUnhappy(satisfaction) ? fields.reason.trim() || null : null;
  const opinions = fields.opinions
    .split("\n")
    .map((each) => each.trim())
    .filter(Boolean);
  return { script, contacted, resolved, satisfaction, reason, opinions };
}

/** What was heard as a script's scale records it: by its side where the scale has but one level of that, else to be chosen. */
export function heardOn(scale: readonly string[], heard: NonNullable<Fields["satisfaction"]>): Fields["satisfaction"] {
  if (heard === "未答" || scale.includes(heard)) return heard;
  const [level, ...others] = scale.filter((each) => isUnhappy(each) === isUnhappy(heard));
  return others.length === 0 ? ((level ?? null) as Fields["satisfaction"]) : null;
}

/** The level as a script's scale has it: null where that has no such level, so that it is chosen again. */
export const levelOn = (scale: readonly string[], level: Fields["satisfaction"]): Fields["satisfaction"] =>
  level === null || level === "未答" || scale.includes(level) ? level : null;
