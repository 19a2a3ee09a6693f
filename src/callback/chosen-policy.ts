import type { Rules } from "../platform/rules/index.ts";

type Policy = Rules["callback"];

/** The policy with what the city's settings put in place of its own: three days, two dials (X11, X12; R-V11). */
export function chosenPolicy({ callback, settings }: { callback: Policy; settings?: Rules["settings"] }): Policy {
  const variant = (id: string) => callback.variants.find((each) => each.id === id);
  const limit = settings?.callbackDeadline === "within3Days" ? variant("limit-s1")?.limit : undefined;
  const attempts = settings?.callbackDials === "twice" ? variant("dials-s1")?.attempts : undefined;
  if (!limit && !attempts) return callback;
  const dials = callback.dials.map((rule) => ({
    ...rule,
    attempts: rule.attempts > 1 ? (attempts ?? rule.attempts) : rule.attempts,
  }));
  return { ...callback, dials, policy: { ...callback.policy, limit: limit ?? callback.policy.limit } };
}
