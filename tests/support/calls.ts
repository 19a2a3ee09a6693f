import type { Call } from "../../src/orders/index.ts";

const complaint = [
  ["agent", "您好，请问您需要什么帮助？"],
  ["citizen", "你好，我要投诉，我们小区旁边的工地天天半夜施工，吵得睡不着觉。"],
  ["agent", "请问您贵姓？"],
  ["citizen", "免贵姓赵，赵丽萍。"],
  ["agent", "赵女士，请问具体在什么位置？"],
  ["citizen", "高新区科苑街道，科苑路跟创新路交叉口那个工地。"],
  ["agent", "从什么时候开始的？"],
  ["citizen", "昨天晚上十点多开始，一直弄到凌晨两点。"],
  ["agent", "您之前向哪个部门反映过吗？"],
  ["citizen", "没有，这是头一回打电话。"],
  ["agent", "您的联系电话是多少？"],
  ["citizen", "就这个号码。"],
  ["agent", "赵女士，您反映的是科苑路和创新路交叉口工地夜间施工扰民，要求停止夜间施工，对吗？"],
  ["citizen", "对，让他们晚上别干了。"],
  ["agent", "好的，已经为您登记。感谢您的来电，再见。"],
] as const;

/** A complaint of two minutes that leaves nothing open. */
export const complaintCall = (id: string, agentId: string | null = "A1001"): Call => ({
  id,
  direction: "inbound",
  startedAt: "2026-03-05T09:12:00+08:00",
  callerNumber: "13800138000",
  agentId,
  utterances: complaint.map(([speaker, text], i) => ({ i, speaker, startMs: i * 8000, endMs: i * 8000 + 7000, text })),
});

/** A web message of one utterance. */
export const webMessage = (id: string, text: string): Call => ({
  id,
  direction: "web",
  startedAt: "2026-03-05T09:12:00+08:00",
  utterances: [{ i: 0, speaker: "citizen", startMs: 0, endMs: 0, text }],
});
