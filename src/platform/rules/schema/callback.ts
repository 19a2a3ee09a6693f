import { z } from "zod";
import { Clause, Duration, Matchers, matcherFields, RuleId, Text } from "./common.ts";

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "应为 HH:MM");

const NotCalled = z.strictObject({
  id: z.enum(["noContact", "keyPerson", "unstable", "confidential", "refuses"]),
  reason: Text,
  clause: Clause,
  rule: RuleId,
  /** Words of the order's content that mean the same as its tick box. */
  ...matcherFields,
});

const DialRule = z.strictObject({
  results: z.array(Text).min(1),
  attempts: z.int().positive(),
  clause: Clause,
  rule: RuleId,
});

const ScriptLine = z.strictObject({
  step: z.enum(["表明身份", "响应", "响应解释", "解决", "满意", "原因", "意见", "结束"]),
  text: Text,
  clause: Clause,
  rule: RuleId.optional(),
  note: Text.optional(),
});

const Level = z.enum(["非常满意", "满意", "基本满意", "不满意", "非常不满意"]);

const Script = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: Text,
  scale: z.array(Text).min(2),
  /** Which answers count in the rates, as this script's questions are worded (X1, X14). */
  counts: z.strictObject({
    contacted: z.array(z.enum(["是", "否", "尝试联系"])).min(1),
    resolved: z.array(z.enum(["已解决", "部分解决", "未解决"])).min(1),
    satisfied: z.array(Level).min(1),
    note: Text,
  }),
  lines: z.array(ScriptLine).min(1),
  clause: Clause,
});

export const CallbackFault = z.enum([
  "未表明身份",
  "未核实身份",
  "未询问响应情况",
  "未询问解决情况",
  "未询问满意度",
  "满意度选项未完整告知",
  "未询问不满意原因",
  "结束语不规范",
  "打断市民",
  "未使用尊称",
  "未经同意继续回访",
  "非工作时段回访",
  "语气生硬争辩",
  "未安抚情绪激动市民",
]);
export type CallbackFault = z.infer<typeof CallbackFault>;

/** Ways people name an answer; where two match, the earlier entry wins. */
export const CallbackAnswers = z.strictObject({
  contacted: z.array(z.strictObject({ value: z.enum(["是", "否", "尝试联系"]), ...matcherFields })),
  resolved: z.array(z.strictObject({ value: z.enum(["已解决", "部分解决", "未解决"]), ...matcherFields })),
  satisfaction: z.array(z.strictObject({ value: Level, ...matcherFields })),
});

/** One answer that the agent puts forward for a yes or no. */
export const CallbackProposals = CallbackAnswers.pick({ contacted: true, resolved: true });

/** Words that reading a callback looks for: in the citizen's lines where the name says citizen, else in the agent's. */
export const CallbackSignals = z.strictObject({
  identity: Matchers,
  checksName: Matchers,
  asksContacted: Matchers,
  asksResolved: Matchers,
  asksSatisfaction: Matchers,
  asksReason: Matchers,
  asksOpinion: Matchers,
  asksAnything: Matchers,
  aboutContact: Matchers,
  asksIfStill: Matchers,
  citizenAgrees: Matchers,
  citizenNotRequester: Matchers,
  citizenNotRequesterAtOpening: Matchers,
  citizenWilling: Matchers,
  citizenAway: Matchers,
  citizenIsRequester: Matchers,
  citizenDenies: Matchers,
  citizenDeniesAtOpening: Matchers,
  citizenRefuses: Matchers,
  citizenBusy: Matchers,
  citizenNothing: Matchers,
  citizenAngry: Matchers,
  citizenWishes: Matchers,
  citizenUndecided: Matchers,
  citizenUnsure: Matchers,
  /** Another time is offered, or the call ends: a yes to it answers nothing. */
  agentPutsOff: Matchers,
  /** Breaks off, or has more to say: an end here cuts him short. */
  citizenUnfinished: Matchers,
  /** Says that the request is his, whatever else the line holds. */
  citizenClaims: Matchers,
  /** Asks that an answer be left open: the one before it falls. */
  citizenTakesBack: Matchers,
  /** Corrects himself: what stands before it no longer counts. */
  citizenCorrects: Matchers,
  citizenComes: Matchers,
  soothes: Matchers,
  argues: Matchers,
  familiar: Matchers,
  backchannel: Matchers,
});

const Policy = z.strictObject({
  trigger: z.enum(["系统推送已处理", "办理期满", "办结后"]),
  coverage: z.enum(["全部", "抽样"]),
  hours: z.array(z.strictObject({ from: TimeOfDay, until: TimeOfDay })).min(1),
  interval: Duration,
  /** null: the source gives none. */
  limit: Duration.nullable(),
  clause: Clause,
  rule: RuleId,
});

/** Another source's way; `limit` and `attempts` are what a setting puts in place of the policy's own (X11, X12). */
const Variant = z.strictObject({
  id: Text,
  topic: Text,
  text: Text,
  limit: Duration.optional(),
  attempts: z.int().positive().optional(),
  clause: Clause,
  rule: RuleId,
});

/** Who is called back, when, with what words, and how the answers are read. */
export const Callback = z.strictObject({
  clause: Clause,
  rules: z.array(RuleId).min(1),
  principles: z.array(z.strictObject({ text: Text, clause: Clause, rule: RuleId })),
  notCalled: z.array(NotCalled),
  dials: z.array(DialRule).min(1),
  done: z.strictObject({ results: z.array(Text).min(1), clause: Clause }),
  policy: Policy,
  variants: z.array(Variant),
  scripts: z.array(Script).min(1),
  /** Script whose scale and opening this city uses. */
  script: Text,
  /** A line that asks for consent; no standard text has one (X21). */
  consent: z.strictObject({ text: Text, clause: Clause, note: Text }),
  /** What the officer is asked when the record is not what the citizen said (R-V2). */
  differenceQuestions: z.strictObject({
    contacted: Text,
    resolved: Text,
    satisfaction: Text,
    reason: Text,
    opinions: Text,
    leading: Text,
    clause: Clause,
  }),
  questions: z.array(z.strictObject({ text: Text, clause: Clause, rule: RuleId })),
  feedback: z.array(z.strictObject({ name: Text, text: Text, clause: Clause, rule: RuleId })),
  leading: z.array(
    z.strictObject({ code: Text, behaviour: Text, types: z.array(Text), examples: z.array(Text), clause: Clause }),
  ),
  neutral: z.array(z.strictObject({ text: Text, clause: Clause })),
  notes: z.array(z.strictObject({ text: Text, clause: Clause })),
  reasons: z.array(z.strictObject({ name: Text, clause: Clause, ...matcherFields })),
  interruptMs: z.int().positive(),
});
export type Callback = z.infer<typeof Callback>;
