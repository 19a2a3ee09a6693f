import { readableMoment } from "../../parts/time.ts";
import type { Ask, City, Element, ElementKey, ElementStatus, OrderResult } from "../../types.ts";
import type { Field } from "./field.ts";
import { isToAsk } from "./live/say-next.ts";

const notAsked: Element = { value: null, status: "未询问", quote: null, evidence: [], engine: "rules" };

export type ElementField = Field & {
  key: ElementKey;
  status: ElementStatus;
  /** What this order requires of it; null when it requires nothing. */
  ask: Ask | null;
};

type Around = { city: City; asks: readonly Ask[]; isOpen: (id: string) => boolean };

/**
 * The elements in the city's order, so that none changes its place in a call: those that the order requires or that are
 * known, and those that nobody asked nor must. One that stands open stays in its place whatever the call says.
 */
export function elementFields(order: OrderResult, { city, asks, isOpen }: Around) {
  const all = city.elements.map(({ key, label }) =>
    elementField(key, label, order.elements[key] ?? notAsked, asks.find(({ element }) => element === key) ?? null),
  );
  const isShown = ({ id, ask, status }: ElementField) =>
    ask !== null || isOpen(id) || (status !== "未询问" && status !== "不适用");
  return {
    shown: all.filter(isShown),
    idle: all.filter((field) => !isShown(field) && order.elements[field.key]),
  };
}

/** Still to be asked before the caller hangs up. */
export const mustAsk = ({ ask }: ElementField): boolean => ask !== null && isToAsk(ask);

function elementField(key: ElementKey, label: string, element: Element, ask: Ask | null): ElementField {
  const { value, status, quote, evidence, engine, why } = element;
  const id = `element.${key}`;
  return {
    id,
    key,
    label,
    ask,
    status,
    text: value === null ? (status === "未询问" ? "" : status) : readableMoment(value),
    engine,
    why: why ?? (quote ? `原话：“${quote}”` : null),
    light: { id, utterances: evidence, quotes: quote ? [quote] : [] },
    edit: {
      how: "element",
      value: value ?? "",
      status,
      toChanges: (typed, typedStatus) => ({ elements: { [key]: { value: typed || null, status: typedStatus } } }),
    },
  };
}
