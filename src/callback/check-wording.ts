import { authorize } from "../platform/access.ts";
import type { Ctx } from "../platform/context.ts";
import { auditWording, type WordingVerdict } from "../qa/index.ts";
import type { CheckWording } from "./schema-case.ts";

/** Whether a sentence leads the citizen, and how to say it neutrally (S4 5.5.4). Nothing of it is kept. */
export function checkWording(ctx: Ctx, { text, context }: CheckWording): WordingVerdict {
  authorize(ctx.actor, "wording.check");
  return auditWording(ctx.rules, { context, text });
}
