import type { Rules } from "../platform/rules/index.ts";
import type { PlanOrder } from "./schema.ts";

type Dials = {
  used: number;
  cap: number;
  clause: string;
  ends: { reason: string; clause: string; cap: number } | null;
};

/**
 * What the dials made so far allow: `cap` in total, and whether a result ends the callback at once. A result that the policy does not
 * know counts as a dial that reached nobody (R-V8, R-V9).
 */
export function dialsOf(policy: Rules["callback"], attempts: PlanOrder["attempts"]): Dials {
  const most = policy.dials.reduce((best, rule) => (rule.attempts > best.attempts ? rule : best));
  const base = { used: attempts.length, cap: most.attempts, clause: most.rule };
  const done = attempts.find((attempt) => policy.done.results.includes(attempt.result));
  if (done) return { ...base, ends: { reason: "回访已完成", clause: policy.done.clause, cap: most.attempts } };
  for (const rule of policy.dials) {
    const last = rule.attempts === 1 && attempts.find((attempt) => rule.results.includes(attempt.result));
    if (last) return { ...base, ends: { reason: `${last.result}，只拨一次`, clause: rule.rule, cap: rule.attempts } };
  }
  return { ...base, ends: null };
}
