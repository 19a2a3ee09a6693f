import { firstMatch, type Rules } from "../platform/rules/index.ts";
import { instantMs } from "../platform/workdays.ts";
import { deadlineOf, hoursFromMs } from "./callback-hours.ts";
import { chosenPolicy } from "./chosen-policy.ts";
import { dialsOf } from "./dials.ts";
import type { CallbackPlan, PlanOrder } from "./schema.ts";

type Policy = Rules["callback"];

type Refusal = Policy["notCalled"][number];

/** Fields of the order that say by themselves that nobody is to be called (S0 不回访). */
function ticked(order: PlanOrder): Record<Refusal["id"], boolean> {
  return {
    noContact: !/\d{5,}/u.test(order.contact ?? ""),
    keyPerson: order.keyPerson,
    unstable: false,
    confidential: order.confidential,
    refuses: order.refusesCallback,
  };
}

/** The first of the five cases in which nobody is called: ticked, or said in the content. */
function refusalOf(policy: Policy, order: PlanOrder): { entry: Refusal; words: string | null } | null {
  const ticks = ticked(order);
  for (const entry of policy.notCalled) {
    if (ticks[entry.id]) return { entry, words: null };
    const match = firstMatch(entry, order.content);
    if (match) return { entry, words: match.text };
  }
  return null;
}

const plan = (
  action: CallbackPlan["action"],
  reason: string,
  clause: string,
  attemptsAllowed: number,
  deadline: string | null,
  notBefore: string | null = null,
): CallbackPlan => ({ action, reason, clause, notBefore, attemptsAllowed, deadline });

/** Whether and when the next dial may be made, once nothing forbids it (R-V10). */
function planDial(
  policy: Policy,
  order: PlanOrder,
  dialed: number,
  cap: number,
  deadline: string | null,
): CallbackPlan {
  const last = order.attempts
    .map((attempt) => instantMs(attempt.at))
    .sort((a, b) => a - b)
    .at(-1);
  const { rule, interval, hours } = policy.policy;
  const nowMs = instantMs(order.now);
  const earliestMs = hoursFromMs(
    policy.policy,
    Math.max(nowMs, last === undefined ? nowMs : last + intervalMs(interval)),
  );
  const spans = hours.map((span) => `${span.from}—${span.until}`).join("、");
  if (earliestMs.ms <= nowMs) {
    return plan("拨打", `可拨第 ${dialed + 1} 次，在每日 ${spans} 内`, rule, cap, deadline);
  }
  const since = last === undefined ? "" : `，距上次拨打须满 ${interval.amount} ${interval.unit}`;
  return plan("等待", `每日 ${spans} 可拨${since}`, rule, cap, deadline, earliestMs.at);
}

function intervalMs(interval: Policy["policy"]["interval"]): number {
  return interval.amount * (interval.unit === "分钟" ? 60_000 : 3_600_000);
}

/**
 * What to do about an order's callback now. In: the order with its dials so far and `now`, ISO with offset. Out: the action with reason,
 * clause, the earliest moment (only for 等待), the cap on dials and the moment the time limit runs out (+08:00). Order of tests: not
 * called, ended, dials used up, overdue, wait or dial (S0; R-V6 to R-V10).
 */
export function planCallback(
  rules: Pick<Rules, "callback" | "calendar"> & Partial<Pick<Rules, "settings">>,
  order: PlanOrder,
): CallbackPlan {
  const policy = chosenPolicy(rules);
  const deadline = deadlineOf(policy.policy, order.completedAt, rules.calendar);
  const refusal = refusalOf(policy, order);
  if (refusal) {
    const words = refusal.words === null ? "" : `：“${refusal.words}”`;
    return plan("不回访", `${refusal.entry.reason}${words}`, refusal.entry.rule, 0, deadline);
  }
  const dials = dialsOf(policy, order.attempts);
  if (dials.ends) return plan("结束(无需再拨)", dials.ends.reason, dials.ends.clause, dials.ends.cap, deadline);
  if (dials.used >= dials.cap) {
    return plan("结束(次数已满)", `已拨 ${dials.used} 次，均未接通`, dials.clause, dials.cap, deadline);
  }
  if (deadline && instantMs(order.now) >= instantMs(deadline)) {
    const { limit, rule } = policy.policy;
    return plan(
      "超期",
      `${limit?.amount ?? ""} 个${limit?.unit ?? ""}的期限已于 ${deadline} 届满`,
      rule,
      dials.cap,
      deadline,
    );
  }
  return planDial(policy, order, dials.used, dials.cap, deadline);
}
