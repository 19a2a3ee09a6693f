import { z } from "zod";
import { CallbackAnswers, CallbackProposals, CallbackSignals } from "./callback.ts";
import { Clause, Matchers, matcherFields, Pattern, RuleId, Text } from "./common.ts";

export const WordingType = z.enum([
  "预设结果",
  "反义附加问",
  "暗示选项",
  "选项不全",
  "施压求情",
  "利益交换",
  "代答",
  "淡化问题",
  "贬低诉求",
  "诱导归因",
  "提前终止",
]);
export type WordingType = z.infer<typeof WordingType>;

export const Severity = z.enum(["轻", "中", "重"]);
export type Severity = z.infer<typeof Severity>;

const Sign = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, "应为小写字母、数字和短横"),
  ...matcherFields,
  /** The whole text must not hold this. */
  unless: Matchers.optional(),
  /** The caller's last line must hold this. */
  after: Matchers.optional(),
  /** The caller's last line must not hold this. */
  notAfter: Matchers.optional(),
  /** 等级: a level the caller named is neutral to repeat. 原话: so are any words mostly the caller's own. */
  echo: z.enum(["等级", "原话"]).optional(),
  severity: Severity,
  confidence: z.number().min(0).max(1),
  note: Text.optional(),
});
export type Sign = z.infer<typeof Sign>;

const TypeEntry = z.strictObject({
  type: WordingType,
  codes: z.array(Text).min(1),
  clause: Clause,
  rule: RuleId,
  /** A neutral rewording; 〔原话〕 stands for the caller's last words. */
  neutral: z.array(z.strictObject({ text: Text, ...matcherFields })).min(1),
  signs: z.array(Sign).min(1),
});
export type TypeEntry = z.infer<typeof TypeEntry>;

/** A word as the recogniser hears it, of the same length as what was meant, so that positions stay. */
const Heard = z
  .strictObject({ heard: Text, meant: Text })
  .refine((entry) => entry.heard.length === entry.meant.length, "听写与原词应一样长");

const WordGroups = z.record(z.string().regex(/^[a-z]+$/i), z.array(Pattern).min(1));

const File = z.strictObject({
  clause: Clause,
  rules: z.array(RuleId).min(1),
  note: Text.optional(),
  heard: z.array(Heard),
  /** Word groups that patterns name as %group%. */
  words: WordGroups,
  /** Whole texts that are neutral whatever words they hold. */
  neutral: z.array(z.strictObject({ id: Text, clause: Clause, unless: Matchers.optional(), ...matcherFields })),
  levels: z.array(Text).min(2),
  /** How callers name a level without its name: by number or place in the scale. */
  levelNames: z.array(z.strictObject({ level: Text, ...matcherFields })),
  /** Other words that choose a level, in answer to the question for it only. */
  citizenLevels: z.array(z.strictObject({ level: Text, ...matcherFields })),
  /** Word groups that the learned model reads, by who says them; none of them leads by itself. */
  readWords: z.strictObject({ agent: WordGroups, caller: WordGroups }),
  types: z.array(TypeEntry).min(1),
  callbackAnswers: CallbackAnswers,
  callbackProposals: CallbackProposals,
  callbackSignals: CallbackSignals,
});

function expand(source: string, words: Readonly<Record<string, readonly string[]>>): string {
  return source.replace(/%([a-z]+)%/gi, (whole, name: string) => {
    const group = words[name];
    return group ? `(?:${group.map((word) => expand(word, words)).join("|")})` : whole;
  });
}

function expandAll<Value>(value: Value, words: Readonly<Record<string, readonly string[]>>): Value {
  if (Array.isArray(value)) return value.map((each) => expandAll(each, words)) as Value;
  if (typeof value === "string") return expand(value, words) as Value;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, expandAll(each, words)])) as Value;
}

/** Leading wording: what it looks like, when the same words are neutral, and how to say it neutrally. Word groups are put in at load. */
export const Wording = File.transform((file, context) => {
  const types = expandAll(file.types, file.words);
  const neutral = expandAll(file.neutral, file.words);
  const left = /%[a-z]+%/i.exec(JSON.stringify([types, neutral]));
  if (left) context.addIssue({ code: "custom", path: ["words"], message: `没有词组 ${left[0]}` });
  return { ...file, types, neutral };
});
export type Wording = z.infer<typeof Wording>;
