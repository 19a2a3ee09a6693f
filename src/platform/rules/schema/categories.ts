import { z } from "zod";
import { Clause, RuleId, Text, WeightedCues } from "./common.ts";

const Item = z.strictObject({
  name: Text,
  aliases: z.array(Text).optional(),
  cues: WeightedCues.optional(),
  notCues: z.array(Text).optional(),
  note: Text.optional(),
});

const CategoryClass = z.strictObject({
  name: Text,
  count: z.int().positive(),
  items: z.array(Item).min(1),
});

/** Content classes with their named items and the words callers use for them. */
export const Categories = z
  .strictObject({
    clause: Clause,
    rules: z.array(RuleId),
    note: Text.optional(),
    classes: z.array(CategoryClass).min(1),
  })
  .superRefine((value, context) => {
    value.classes.forEach((each, index) => {
      if (each.items.length === each.count) return;
      const message = `应有 ${each.count} 项，实为 ${each.items.length} 项`;
      context.addIssue({ code: "custom", path: ["classes", index, "items"], message });
    });
  });
export type Categories = z.infer<typeof Categories>;
