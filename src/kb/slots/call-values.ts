import type { Order } from "../../orders/index.ts";
import { ElementKey, type Rules, type SlotSource } from "../../platform/rules/index.ts";
import type { SlotValue } from "./schema.ts";

type SlotSources = Rules["knowledge"]["slotSources"];
type Said = Pick<Order, "elements" | "title" | "agencies" | "district" | "id">;

/**
 * What a call and its order say for slots of these names, by the rules. Only what is recorded: no guesses.
 * `startedAt` is when the call began, in Chinese time.
 */
export function callValues(sources: SlotSources, order: Said, startedAt: string): Map<string, SlotValue> {
  const values = new Map<string, SlotValue>();
  for (const { names, from } of sources) {
    const found = recorded(from, order, startedAt);
    if (!found) continue;
    for (const name of names) values.set(name, { ...found, by: "call" });
  }
  return values;
}

function recorded(from: SlotSource, order: Said, startedAt: string): Omit<SlotValue, "by"> | null {
  const key = ElementKey.safeParse(from);
  const element = key.success ? order.elements[key.data] : undefined;
  const value = key.success ? element?.value : plainValue(from, order, startedAt);
  return value ? { value, utterance: element?.evidence[0] ?? null } : null;
}

function plainValue(from: SlotSource, order: Said, startedAt: string): string | null {
  switch (from) {
    case "title":
      return order.title;
    case "agency":
      return order.agencies?.lead ?? null;
    case "orderNumber":
      return order.id;
    case "calledDay":
      return startedAt.slice(0, 10);
    case "district":
      return order.district;
    default:
      return null;
  }
}
