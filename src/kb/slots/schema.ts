import { z } from "zod";

export const SlotType = z.enum(["text", "date", "amount", "order", "phone", "number"]);
export type SlotType = z.infer<typeof SlotType>;

export const Slot = z.object({ name: z.string(), type: SlotType });
export type Slot = z.infer<typeof Slot>;

/** A value for a slot; `utterance` is where a caller said it. */
export type SlotValue = { value: string; by: "call" | "person"; utterance: number | null };

/** A piece of a filled text: plain words, or what stands in the place of a slot. */
export const FilledPart = z.object({
  text: z.string(),
  slot: Slot.optional(),
  /** Null: nothing is there yet. */
  filled: z.enum(["call", "person"]).nullable().optional(),
  utterance: z.int().nullable().optional(),
});
export type FilledPart = z.infer<typeof FilledPart>;

/** A text with its slots filled as far as may be. `open` slots stand in it as 〔名称〕; `faults` are values that do not fit. */
export const Filled = z.object({
  text: z.string(),
  parts: z.array(FilledPart),
  open: z.array(z.string()),
  faults: z.array(z.string()),
});
export type Filled = z.infer<typeof Filled>;
