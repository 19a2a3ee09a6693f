import type { ElementKey, Elements, Kind, UrgentClass } from "../orders/index.ts";
import type { PartRules } from "../platform/rules/index.ts";

/** What the order lacks that its kind and urgent class require (附录C.1-C.5): no value, whatever the reason. 不适用 does not count. */
export function missingElements(
  recording: PartRules["recording"],
  kind: Kind,
  urgentClass: UrgentClass | null,
  elements: Elements,
): ElementKey[] {
  const byKind = recording.byKind.find((each) => each.kind === kind)?.required ?? [];
  const byClass = recording.byClass.find((each) => each.urgentClass === urgentClass)?.required ?? [];
  const required = [...new Set([...byKind, ...byClass])];
  return required.filter((key) => {
    const element = elements[key];
    return !element || (element.value === null && element.status !== "不适用");
  });
}
