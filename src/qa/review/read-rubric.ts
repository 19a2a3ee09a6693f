import { authorize } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";
import type { QaRubric } from "../schema-results.ts";

/** The rubric that calls are scored by now. */
export function rubricOf(ctx: Ctx): QaRubric {
  authorize(ctx.actor, "score.read");
  const { rows, sum, bands, counting } = ctx.rules.rubric;
  const shown = rows.map(
    ({ row, class: section, group, project, requirement, checkpoint, deduction, means, clause, items }) => ({
      row,
      class: section,
      group,
      project,
      requirement,
      checkpoint,
      deduction,
      means,
      items: items.length > 0 ? [...items] : [checkpoint],
      clause,
    }),
  );
  return { rows: shown, sum, bands, counting, version: ctx.rules.version };
}
