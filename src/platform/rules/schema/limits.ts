import { z } from "zod";
import { Clause, RuleId, Text } from "./common.ts";

const Unit = z.enum(["秒", "分钟", "小时", "工作日", "自然日", "天"]);
const Stage = z.enum(["接听", "受理", "派发", "签收", "反馈", "报出"]);
const Amount = z.number().positive("应大于 0");
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "应为 HH:MM");
const source = { clause: Clause, rule: RuleId.optional(), setting: RuleId.optional(), note: Text.optional() };

/** A column of the stage table. Columns stand strictest first; `open` ones also take what a person puts there (R-T8). */
const Column = z.strictObject({
  id: Text,
  title: Text,
  urgentClasses: z.array(Text),
  open: z.boolean().optional(),
  ...source,
});

/** An urgent class that the standard names but gives no limit (R-T5). */
const Unlisted = z.strictObject({ urgentClass: Text, column: Text, whenLivesAtRisk: Text, ...source });

/**
 * One figure: how long a stage may take. `variant` is a value of the setting for the stage (X2, X4, X5): where the city chose it,
 * rows of that variant replace those without.
 */
const Limit = z.strictObject({
  stage: Stage,
  column: Text.optional(),
  kinds: z.array(Text).optional(),
  channel: z.enum(["电话", "网络"]).optional(),
  when: z.enum(["复杂疑难", "集中话务"]).optional(),
  amount: Amount,
  unit: Unit,
  words: Text,
  result: Text.optional(),
  level: z.enum(["应", "宜"]).optional(),
  variant: Text.optional(),
  ...source,
});
export type Limit = z.infer<typeof Limit>;

/**
 * A limit by the clock on the wall: what comes in from `receivedFrom` up to, not with, `receivedBefore` is due at the next `dueAt`,
 * on the next working day where `workdaysOnly`.
 */
const DayRule = z.strictObject({
  stage: Stage,
  receivedFrom: TimeOfDay,
  receivedBefore: TimeOfDay,
  dueAt: TimeOfDay,
  workdaysOnly: z.boolean().optional(),
  words: Text,
  variant: Text.optional(),
  ...source,
});
export type DayRule = z.infer<typeof DayRule>;

const Contact = z.strictObject({ column: Text, words: Text, wording: Text.optional(), ...source });

const Extension = z.strictObject({
  id: Text,
  variant: Text.optional(),
  columns: z.array(Text).optional(),
  kinds: z.array(Text).optional(),
  amount: Amount,
  unit: Unit,
  times: z.int().positive(),
  words: Text,
  approver: Text.optional(),
  needs: z.array(Text).optional(),
  ...source,
});

const Return = z.strictObject({
  id: Text,
  variant: Text.optional(),
  amount: Amount.optional(),
  unit: Unit.optional(),
  words: Text,
  needs: z.array(Text).optional(),
  ifLate: Text.optional(),
  ifRejected: Text.optional(),
  second: Text.optional(),
  ...source,
});

const Policy = z.strictObject({ id: RuleId, text: Text, value: Text.optional(), ...source });

const fields = {
  columns: z.array(Column).min(1),
  unlisted: z.array(Unlisted),
  limits: z.array(Limit),
  dayRules: z.array(DayRule),
  contact: z.array(Contact),
  extensions: z.array(Extension),
  returns: z.array(Return),
  policies: z.array(Policy),
};

/** Time limits of every stage, extension and return rules, and how the clocks are read (requirements section 6). */
export const Limits = z.strictObject(fields).superRefine((value, context) => {
  const columns = new Set(value.columns.map((column) => column.id));
  const check = (path: (string | number)[], name: string | undefined) => {
    if (name === undefined || columns.has(name)) return;
    context.addIssue({ code: "custom", path, message: `没有“${name}”这一栏` });
  };
  for (const list of ["limits", "contact", "unlisted"] as const) {
    for (const [index, entry] of value[list].entries()) check([list, index, "column"], entry.column);
  }
  for (const [index, entry] of value.extensions.entries()) {
    for (const [at, name] of (entry.columns ?? []).entries()) check(["extensions", index, "columns", at], name);
  }
});
export type Limits = z.infer<typeof Limits>;
