import { z } from "zod";
import { Clause, Matchers, RuleId, RuleIds, Text } from "./common.ts";

const PhraseScene = z.enum([
  "礼貌用语",
  "首问",
  "询问",
  "记录",
  "查询",
  "等待",
  "等待结束",
  "确认",
  "称呼",
  "征询",
  "结束",
  "无声",
  "联系承办单位",
  "承办单位核实",
  "承办单位反馈",
  "回访",
]);

const Phrase = z.strictObject({
  id: z.string().regex(/^[A-Z0-9][A-Za-z0-9.-]*$/, "应为条款编号"),
  scene: PhraseScene,
  text: Text,
  slots: z.array(Text).optional(),
  clause: Clause,
  rule: RuleId.optional(),
  note: Text.optional(),
});
export type Phrase = z.infer<typeof Phrase>;

export const GreetingDay = z.enum(["日常", "春节元旦", "其他节日"]);
export type GreetingDay = z.infer<typeof GreetingDay>;

const Greeting = z.strictObject({
  day: GreetingDay,
  heads: z.array(Text).min(1),
  clause: Clause,
  rule: RuleId.optional(),
});

/** Holiday names as the calendar gives them; 清明 keeps the everyday greeting in S4 only (X15). */
const Festival = z.strictObject({ holiday: Text, day: GreetingDay, clause: Clause, rule: RuleId.optional() });

const Duty = z.strictObject({ id: Text, text: Text, clause: Clause });

const UrgentClasses = z.array(z.enum(["不稳定因素", "突发事件", "基本民生保障", "极端天气", "疫情"])).min(1);

/** A sentence to say, or a step to take, in an urgent call of these classes; of any class where none is named. */
const AlarmLine = z.strictObject({
  text: Text,
  classes: UrgentClasses.optional(),
  clause: Clause,
  rule: RuleId.optional(),
  note: Text.optional(),
});

/** Approved service wording, and what makes a greeting or closing proper. */
export const Phrases = z
  .strictObject({
    clause: Clause,
    rules: RuleIds.optional(),
    note: Text.optional(),
    phrases: z.array(Phrase).min(1),
    greetings: z.array(Greeting).min(1),
    /** What a greeting offers after its head. */
    greetingOffer: Matchers,
    festivals: z.array(Festival),
    /** A closing thanks for the call and says goodbye. */
    closing: z.strictObject({ thanks: Matchers, goodbye: Matchers, clause: Clause }),
    callbackClosing: z.strictObject({ thanks: Matchers, goodbye: Matchers, clause: Clause }),
    duties: z.array(Duty),
    /** What an agent is shown in an urgent call. */
    alarms: z
      .strictObject({ phrases: z.array(AlarmLine), steps: z.array(AlarmLine) })
      .default({ phrases: [], steps: [] }),
  })
  .superRefine((value, context) => {
    const ids = value.phrases.map((each) => each.id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice) context.addIssue({ code: "custom", path: ["phrases"], message: `编号重复：${twice}` });
  });
export type Phrases = z.infer<typeof Phrases>;
