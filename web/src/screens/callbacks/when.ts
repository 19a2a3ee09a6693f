import { toLocal } from "../../parts/moments.ts";
import { dayOf } from "../../parts/time.ts";
import type { Case, Plan } from "../../types-callbacks.ts";

const dayMs = 24 * 3_600_000;

/** When a moment is, as one says it today: `14:00`, `明天 09:00`, `11-24 09:00`. */
export function momentWords(iso: string, nowMs: number): string {
  const day = dayOf(iso);
  const time = toLocal(iso).slice(11);
  if (day === dayOf(new Date(nowMs).toISOString())) return time;
  return `${day === dayOf(new Date(nowMs + dayMs).toISOString()) ? "明天" : day.slice(5)} ${time}`;
}

/** What is to be done about a callback now, in a few words. */
export function whenWords({ action, notBefore }: Plan, nowMs: number): string {
  if (action === "拨打") return "现在可拨";
  return action === "等待" && notBefore ? `${momentWords(notBefore, nowMs)} 后可拨` : action;
}

/** The case to open next: the first that may be dialled now. The list comes in that order. */
export const nextToDial = (cases: readonly Case[]): Case | undefined =>
  cases.find(({ plan }) => plan.action === "拨打");

/** The earliest moment at which one of these may be dialled; null when none waits. */
export function earliest(cases: readonly Case[]): string | null {
  const moments = cases.flatMap(({ plan }) => (plan.action === "等待" && plan.notBefore ? [plan.notBefore] : []));
  return moments.sort((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;
}
