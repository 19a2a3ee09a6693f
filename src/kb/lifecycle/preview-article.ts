import { authorize } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";
import { cutBody, type Passage } from "../cut-body.ts";
import { parseSlots } from "../slots/parse-slots.ts";
import type { Slot } from "../slots/schema.ts";

/** How agents will see a text that is being written: its passages, its slots, and what is wrong with them. */
export function previewArticle(
  ctx: Ctx,
  { body }: { body: string },
): { passages: Passage[]; slots: Slot[]; faults: string[] } {
  authorize(ctx.actor, "article.edit");
  const { slots, faults } = parseSlots(body);
  return { passages: body.trim() ? cutBody(body) : [], slots, faults };
}
