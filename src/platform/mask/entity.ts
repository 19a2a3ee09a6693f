export const entityTypes = [
  "phone",
  "landline",
  "idcard",
  "name",
  "address",
  "plate",
  "bankcard",
  "email",
  "wechat",
] as const;
export type EntityType = (typeof entityTypes)[number];

/** Characters [start, end) of the text, as in contracts.md section 8. */
export type Entity = { type: EntityType; start: number; end: number; text: string };

/** A place found in folded text; its words are taken from the source, which has the same length. */
export type Span = { type: EntityType; start: number; end: number };

/** Sorted by place; of two that overlap the one that comes first in `spans` stays. */
export function withoutOverlaps(spans: readonly Span[], length: number): Span[] {
  const taken = new Uint8Array(length);
  const kept: Span[] = [];
  for (const span of spans) {
    if (taken.subarray(span.start, span.end).includes(1)) continue;
    taken.fill(1, span.start, span.end);
    kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}
