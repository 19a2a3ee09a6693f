import { z } from "zod";
import { Clause, Matchers, RuleIds, Text } from "./common.ts";

/** The inbound items with names fixed by the contract. */
export const QaItemName = z.enum([
  "开头语不规范",
  "结束语不规范",
  "未询问或称呼姓氏",
  "反问语气",
  "使用禁语(不知道/不清楚)",
  "与来电人争吵",
  "推诿应受理事项",
  "抢话",
  "等待超30秒无提示",
  "未确认来电人问题",
  "反复询问",
  "缺少礼貌用语",
  "随意答复无依据",
  "让来电人自行联系而不受理",
]);
export type QaItemName = z.infer<typeof QaItemName>;

/**
 * A check that an office writes itself, by words or by times. 不得说: the agent must not say it. 必须说: the agent must say it, in the first or last turns
 * where `where` says so. 重叠 and 空档: longer than `overMs`. 复述: these elements, once told, are to be read back; 问到: what the order needs is to
 * be asked; both only hint. `when`: words somewhere in the call without which the check does not apply.
 */
const Check = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("不得说"), item: Text, says: Matchers, when: Matchers.optional() }),
  z.strictObject({
    kind: z.literal("必须说"),
    item: Text,
    says: Matchers,
    where: z.enum(["开头", "结尾", "任意"]).default("任意"),
    when: Matchers.optional(),
  }),
  z.strictObject({ kind: z.literal("重叠"), item: Text, overMs: z.int().positive() }),
  z.strictObject({ kind: z.literal("空档"), item: Text, overMs: z.int().positive() }),
  z.strictObject({ kind: z.literal("复述"), item: Text, of: z.array(z.enum(["name", "contact", "place"])).min(1) }),
  z.strictObject({ kind: z.literal("问到"), item: Text }),
]);
export type RubricCheck = z.infer<typeof Check>;

const Repeated = z.enum(["每行一次", "每处一次"]);

const Row = z.strictObject({
  row: z.int().positive(),
  /** The sections of the table, as the office names them. */
  class: Text,
  group: Text,
  project: Text,
  requirement: Text,
  checkpoint: Text,
  deduction: z.number().positive(),
  /** Once or at each place, where the row differs from the rubric's own way. */
  repeated: Repeated.optional(),
  /** The most that a row costs when every place costs. */
  most: z.number().positive().optional(),
  /** A deduction here leaves the veto's score, whatever else was good. */
  veto: z.boolean().optional(),
  /** The row asks for Mandarin: off for dialect seats (X25). */
  mandarin: z.boolean().optional(),
  means: z.enum(["文字", "时间戳", "系统记录", "模型建议人工确认", "人耳"]),
  /** Named items that a text engine judges; none: `unscored` says who must. */
  items: z.array(QaItemName).default([]),
  checks: z.array(Check).default([]),
  callback: z.boolean(),
  unscored: z.strictObject({ verdict: z.enum(["待人工", "不适用"]), why: Text }).optional(),
  clause: Clause,
});
export type RubricRow = z.infer<typeof Row>;

/** The items of a row; a row that no engine judges goes by its checkpoint. */
export function namesOf(row: Pick<RubricRow, "items" | "checks" | "checkpoint">): string[] {
  const named = [...row.items, ...row.checks.map(({ item }) => item)];
  return named.length > 0 ? named : [row.checkpoint];
}

const Band = z.strictObject({ from: z.number().min(0), points: z.number().min(0) });

const Counting = z.strictObject({
  repeated: Repeated,
  rounding: z.enum(["四舍五入", "舍去小数", "不取整"]),
  averaging: z.enum(["逐条定档", "先平均后定档"]),
  notApplicable: z.enum(["不扣分", "按比例折算"]),
  floor: z.number(),
  /** What a call has at most after a veto. */
  vetoScore: z.number().min(0),
  note: Text,
});

const Thresholds = z.strictObject({
  interruptMs: z.int().positive(),
  silenceMs: z.int().positive(),
  clause: Clause,
});

/** Settings of the reviewing: when an item may only hint, and what makes a call worth a look first. */
const Review = z.strictObject({
  /** An item whose measured precision is lower is 仅提示. */
  precisionMin: z.number().min(0).max(1),
  /** An item with whose deductions people agree less often is 仅提示, once `decisionsMin` were judged. */
  agreementMin: z.number().min(0).max(1),
  decisionsMin: z.int().positive(),
  measured: z.array(
    z.strictObject({ item: Text, precision: z.number().min(0).max(1), samples: z.int().positive(), clause: Clause }),
  ),
  risk: z.strictObject({
    point: z.number().min(0),
    veto: z.number().min(0),
    pending: z.number().min(0),
    hint: z.number().min(0),
    leading: z.strictObject({ 轻: z.number().min(0), 中: z.number().min(0), 重: z.number().min(0) }),
    /** Each further leading sentence. */
    more: z.number().min(0),
  }),
  clause: Clause,
});

/** Words the judges look for in lines of the agent, or of the caller where the name says so. */
const Signals = z.strictObject({
  askName: Matchers,
  callerNames: Matchers,
  callerRefusesName: Matchers,
  title: Matchers,
  rhetorical: Matchers,
  /** The caller's answer to a rebuke, and the agent's own step back after it. */
  callerOffended: Matchers,
  takesBack: Matchers,
  forbidden: Matchers,
  restating: Matchers,
  confirmTag: Matchers,
  quarrel: Matchers,
  shirk: Matchers,
  /** The caller's answer when he was sent elsewhere and does not take it. */
  turnedAway: Matchers,
  selfContact: Matchers,
  otherChannel: Matchers,
  accepts: Matchers,
  backchannel: Matchers,
  callerWaits: Matchers,
  callerStillThere: Matchers,
  closes: Matchers,
  repeatComplaint: Matchers,
  askAgain: Matchers,
  question: Matchers,
  polite: Matchers,
  familiar: Matchers,
  callerAsks: Matchers,
  /** The caller is not sure of an answer that was only a guess. */
  callerDoubts: Matchers,
  hedge: Matchers,
  /** An outcome promised that only others can bring about. */
  promise: Matchers,
  /** A name or number demanded without a polite word. */
  bareDemand: Matchers,
  basis: Matchers,
});

/** Recording QA table: rows with deductions, bands, how to count, and the words that give items away. */
export const Rubric = z
  .strictObject({
    clause: Clause,
    rules: RuleIds.optional(),
    note: Text.optional(),
    sample: z.strictObject({ recordings: z.int().positive(), each: Text, clause: Clause }),
    rows: z.array(Row).min(1),
    sum: z.number().positive(),
    bands: z.array(Band).min(1),
    counting: Counting,
    thresholds: Thresholds,
    review: Review,
    signals: Signals,
  })
  .superRefine((value, context) => {
    const sum = value.rows.reduce((total, row) => total + row.deduction, 0);
    if (sum !== value.sum) context.addIssue({ code: "custom", path: ["sum"], message: `各行扣分合计 ${sum}` });
    const names = value.rows.flatMap(namesOf);
    const twice = names.find((name, index) => names.indexOf(name) < index);
    if (twice) context.addIssue({ code: "custom", path: ["rows"], message: `考评项“${twice}”出现了两次` });
    value.rows.forEach((row, index) => {
      if (row.row !== index + 1)
        context.addIssue({ code: "custom", path: ["rows", index, "row"], message: "行号应连续" });
      if (row.items.length > 0 || row.checks.length > 0 || row.unscored) return;
      context.addIssue({ code: "custom", path: ["rows", index], message: "没有考评项，也没有说明由谁判" });
    });
  });
export type Rubric = z.infer<typeof Rubric>;
