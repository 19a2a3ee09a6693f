import type { Call, Draft } from "../orders/index.ts";
import { type Agency, firstMatch } from "../platform/rules/index.ts";
import type { RoutingRules } from "./agency-index.ts";
import { saidText } from "./local-body.ts";

/** A body that should hear of an urgent matter as well, and the rule that says so. */
export type Notice = { agency: Agency; why: string };

/** The city's body for an office that rules name by its function (公安部门), or null where the city has none. */
export function roleBody(rules: RoutingRules, roleId: string | null): Agency | null {
  const role = rules.routing.roles.find(({ id }) => id === roleId);
  if (!role) return null;
  return rules.agencies.find(({ name }) => role.nameEndsWith.some((ending) => name.endsWith(ending))) ?? null;
}

/** Who else hears of an urgent matter (R-R7, R-R8) or of an item (R-R4). Without matchers always, with matchers when their words are heard. */
export function noticesFor(rules: RoutingRules, draft: Draft, call: Call): Notice[] {
  const urgentClass = draft.urgent === "紧急" ? draft.urgentClass : null;
  const text = saidText(draft, call);
  return rules.routing.notices.flatMap((notice) => {
    const byClass = urgentClass !== null && notice.urgentClasses.includes(urgentClass);
    if (!byClass && !notice.items?.includes(draft.category.item)) return [];
    const heard = notice.when ? firstMatch(notice.when, text) : null;
    if (notice.when && !heard) return [];
    const agency = roleBody(rules, notice.role);
    const words = heard ? `，听到“${heard.text}”` : "";
    return agency ? [{ agency, why: `${notice.rule} ${notice.words}${words}` }] : [];
  });
}
