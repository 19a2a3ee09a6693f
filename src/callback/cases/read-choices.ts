import { authorize } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";
import { chosenPolicy } from "../chosen-policy.ts";
import type { CallbackChoices } from "../schema-desk.ts";

/** What an officer chooses from: results of a dial as the city's policy has them, and reasons. */
export function readChoices(ctx: Ctx): CallbackChoices {
  authorize(ctx.actor, "callback.read");
  const { dials, reasons } = chosenPolicy(ctx.rules);
  return {
    dials: dials.map(({ results, attempts, clause }) => ({ results, attempts, clause })),
    reasons: reasons.map(({ name, clause }) => ({ name, clause })),
  };
}
