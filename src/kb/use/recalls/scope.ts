import { visibleCallIds } from "../../../orders/index.ts";
import { authorize, may } from "../../../platform/access.ts";
import type { Ctx } from "../../../platform/context.ts";
import { AppError } from "../../../platform/errors.ts";
import { callsAmong, type RecallScope } from "./store.ts";

/** Editors see the whole list; who calls back sees what is to be done, of the calls that he may see. */
export function scopeOf({ db, actor }: Ctx): RecallScope {
  authorize(actor, "recall.read");
  if (may(actor, "article.edit")) return { states: ["open", "needed", "not_needed", "done"], calls: undefined };
  return { states: ["needed", "done"], calls: callsAmong(visibleCallIds(db, actor)) };
}

export const taken = (present: unknown) => new AppError("conflict", "这一条已有人处理，请看现在的状态", { present });
