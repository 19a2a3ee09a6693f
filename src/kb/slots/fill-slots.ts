import { parseSlots } from "./parse-slots.ts";
import type { Filled, FilledPart, Slot, SlotValue } from "./schema.ts";
import { slotText } from "./slot-value.ts";

/** How an open slot stands in a text. */
const openText = ({ name }: Slot): string => `〔${name}〕`;

/**
 * Puts values into the slots of a text, each with a mark of who gave it. A value that does not fit its type leaves the slot open:
 * a person's is told as a fault, a caller's (`昨天晚上` for a date) is passed over.
 */
export function fillSlots(text: string, values: ReadonlyMap<string, SlotValue>): Filled {
  const { parts, slots, faults } = parseSlots(text);
  const written = new Map(slots.flatMap((slot) => entryOf(slot, values.get(slot.name), faults)));
  const filled = parts.map((part): FilledPart => {
    if (typeof part === "string") return { text: part };
    const found = written.get(part.name);
    return found
      ? { text: found.text, slot: part, filled: found.by, utterance: found.utterance }
      : { text: openText(part), slot: part, filled: null, utterance: null };
  });
  const open = slots.filter(({ name }) => !written.has(name)).map(({ name }) => name);
  return { text: filled.map((part) => part.text).join(""), parts: filled, open, faults };
}

type Written = { text: string; by: SlotValue["by"]; utterance: number | null };

function entryOf({ name, type }: Slot, given: SlotValue | undefined, faults: string[]): [string, Written][] {
  if (!given?.value.trim()) return [];
  const result = slotText(type, given.value);
  if ("text" in result) return [[name, { text: result.text, by: given.by, utterance: given.utterance }]];
  if (given.by === "person") faults.push(`${name}：${result.fault}`);
  return [];
}
