import { authorize } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";
import { namesOf } from "../../platform/rules/schema/rubric.ts";
import type { QaRubric } from "../schema-results.ts";

/** The rubric that calls are scored by now. */
export function rubricOf(ctx: Ctx): QaRubric {
  authorize(ctx.actor, "score.read");
  const { rows, sum, bands, counting } = ctx.rules.rubric;
  const shown = rows.map((row) => ({
    row: row.row,
    class: row.class,
    group: row.group,
    project: row.project,
    requirement: row.requirement,
    checkpoint: row.checkpoint,
    deduction: row.deduction,
    means: row.means,
    items: namesOf(row),
    clause: row.clause,
  }));
  return { rows: shown, sum, bands, counting, version: ctx.rules.version };
}
