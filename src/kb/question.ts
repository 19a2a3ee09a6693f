import type { Elements } from "../orders/index.ts";

/** What to look for in the base: the question itself for a consultation, else what happened and what is wanted. */
export function questionOf(order: { title: string; elements: Elements }): string {
  const { content, event, demand } = order.elements;
  const told = content?.value ? [content.value] : [event?.value, demand?.value].filter(Boolean);
  return [order.title, ...told].join("。");
}
