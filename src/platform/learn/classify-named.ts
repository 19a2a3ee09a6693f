import { authorize } from "../access.ts";
import type { Ctx } from "../context.ts";
import { classify } from "./classify.ts";
import type { Classification, Example } from "./model.ts";
import { unpackModel } from "./pack.ts";
import { findClassifier } from "./store.ts";

/** Loads a named classifier once and gives the function that asks it. Throws AppError `not_found` when there is none. */
export async function classifyNamed(ctx: Ctx, name: string): Promise<(example: Example) => Classification> {
  authorize(ctx.actor, "call.read");
  const model = unpackModel(await findClassifier(ctx.db, name));
  return (example) => classify(model, example);
}
