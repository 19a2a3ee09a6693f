import { Call, receiveCall } from "../../src/orders/index.ts";
import { processCall } from "../../src/pipeline/index.ts";
import type { TestApp } from "../security/test-app.ts";

type Turn = readonly [speaker: "agent" | "citizen", text: string];

const rude: readonly Turn[] = [
  ["agent", "您好，请问您需要什么帮助？"],
  ["citizen", "我们小区门口的路灯坏了一个星期了，天一黑什么都看不见。"],
  ["agent", "这个我不知道，不清楚。"],
  ["citizen", "那你能帮我登记一下吗？东湖区望湖街道湖滨社区。"],
  ["agent", "好的，已经为您登记。感谢您的来电，再见。"],
];

const callback: readonly Turn[] = [
  ["agent", "您好，我是12345市民服务热线的回访人员，请问您是王建国先生吗？本次联系您是为了做回访调查。"],
  ["citizen", "是我，你说吧。"],
  ["agent", "针对您之前反映的路灯问题，承办单位是否联系或尝试与您联系？"],
  ["citizen", "没有，一个电话都没打过。"],
  ["agent", "您反映的问题是否得到解决？"],
  ["citizen", "没解决，灯还是不亮。"],
  ["agent", "对问题的处理情况是非常满意、满意、基本满意、不满意、非常不满意？"],
  ["citizen", "不满意，拖得太久了。"],
  ["agent", "请问您是对哪方面不满意：职能部门办事效率、办事人员态度，还是解决问题质量？"],
  ["citizen", "效率太慢，报了一个星期没人来修。"],
  ["agent", "感谢您的配合，不打扰了，再见。"],
];

const spoken = (turns: readonly Turn[]) =>
  turns.map(([speaker, text], i) => ({ i, speaker, startMs: i * 8000, endMs: i * 8000 + 7000, text }));

/** An inbound call in which the agent says 不知道 (row 9). */
export const rudeCall = (id: string, agentId: string | null = "A1", startedAt = "2026-03-05T09:12:00+08:00"): Call =>
  Call.parse({ id, direction: "inbound", startedAt, callerNumber: "13800000000", agentId, utterances: spoken(rude) });

/** A callback about order `orderId` whose answers are 否, 未解决, 不满意. */
export const unhappyCallback = (id: string, orderId: string, agentId: string | null = "C1"): Call =>
  Call.parse({
    id,
    direction: "callback",
    startedAt: "2026-03-10T10:00:00+08:00",
    agentId,
    order: { id: orderId, title: "路灯不亮", organizer: "市城市管理局" },
    utterances: spoken(callback),
  });

/** Takes a call in and has the engines process it. */
export async function processed(t: TestApp, call: Call): Promise<void> {
  await receiveCall(t.ctx, call);
  await processCall(t.ctx, { id: call.id });
}
