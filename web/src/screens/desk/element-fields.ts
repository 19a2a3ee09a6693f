import { readableMoment } from "../../parts/time.ts";
import type { City, Element, ElementKey, ElementStatus, OrderResult } from "../../types.ts";
import type { Field } from "./field.ts";

const notAsked: Element = { value: null, status: "未询问", quote: null, evidence: [], engine: "rules" };

export type ElementField = Field & { key: ElementKey; ask: string; status: ElementStatus };

/** The elements in three groups: still to be asked, known (or known not to be had), and what nobody asked nor must. */
export function elementFields(order: OrderResult, city: City) {
  const all = city.elements
    .filter(({ key }) => order.elements[key] || order.missing.includes(key))
    .map(({ key, label, ask }) => elementField(key, label, ask, order.elements[key] ?? notAsked));
  const isMissing = ({ key }: ElementField) => order.missing.includes(key);
  const isIdle = ({ status }: ElementField) => status === "未询问" || status === "不适用";
  return {
    missing: all.filter(isMissing),
    known: all.filter((field) => !isMissing(field) && !isIdle(field)),
    idle: all.filter((field) => !isMissing(field) && isIdle(field)),
  };
}

function elementField(key: ElementKey, label: string, ask: string, element: Element): ElementField {
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
