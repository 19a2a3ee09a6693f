import type { Element, ElementKey, Elements, OrderChanges } from "./schema.ts";
import type { Order } from "./store.ts";

/**
 * The order's fields after a person's changes. What a person typed has no quote and the engine `human`,
 * unless it is what one of the `earlier` elements said: then that one stands again, with its words.
 */
export function applyChanges(order: Order, changes: OrderChanges, earlier: readonly Elements[] = []): Partial<Order> {
  const { category, leadAgency, elements, ...plain } = changes;
  const after: Partial<Order> = { ...withoutUndefined(plain) };
  if (changes.urgent === "一般") after.urgentClass = null;
  if (category) after.category = { ...order.category, ...category, confidence: 1 };
  if (leadAgency !== undefined && order.agencies)
    after.agencies = { ...order.agencies, lead: leadAgency, abstained: false };
  if (elements) {
    after.elements = typedElements(order.elements, elements, earlier);
    after.missing = stillMissing(order.missing, after.elements);
  }
  return after;
}

function typedElements(
  before: Elements,
  typed: NonNullable<OrderChanges["elements"]>,
  earlier: readonly Elements[],
): Elements {
  const after: Elements = { ...before };
  for (const [key, { value, status }] of Object.entries(typed) as [ElementKey, Pick<Element, "value" | "status">][]) {
    const known = [before, ...earlier].map((elements) => elements[key]);
    const same = known.find((element) => element?.value === value && element.status === status);
    after[key] = same ?? { value: value || null, status, quote: null, evidence: [], engine: "human" };
  }
  return after;
}

/** What was missing and has neither a value nor a reason for having none. */
const stillMissing = (missing: readonly ElementKey[], elements: Elements): ElementKey[] =>
  missing.filter((key) => !elements[key] || elements[key].status === "未询问");

const withoutUndefined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
