import { actorName, authorize } from "../access.ts";
import { record } from "../audit.ts";
import type { Ctx } from "../context.ts";
import type { LabelledExample } from "./model.ts";
import { packModel } from "./pack.ts";
import { saveClassifier } from "./store.ts";
import { trainClassifier } from "./train-classifier.ts";

export type TrainReport = {
  rows: number;
  classes: number;
  seconds: number;
  crossValidation: { accuracy: number; macroF1: number };
  calibrationError: number;
};

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/**
 * Trains a classifier and keeps it under a name; a new one takes the place of the old. It is an administrator's work.
 * Throws RangeError with fewer than two labels.
 */
export async function trainNamed(
  ctx: Ctx,
  { name, rows }: { name: string; rows: readonly LabelledExample[] },
): Promise<TrainReport> {
  authorize(ctx.actor, "user.manage");
  const startedMs = performance.now();
  const { model, validation } = trainClassifier(rows);
  const { accuracy, macroF1, calibrationError } = validation;
  const report: TrainReport = {
    rows: rows.length,
    classes: model.labels.length,
    seconds: rounded((performance.now() - startedMs) / 1000),
    crossValidation: { accuracy: rounded(accuracy), macroF1: rounded(macroF1) },
    calibrationError: rounded(calibrationError),
  };
  const row = { name, model: packModel(model), report, trainedBy: actorName(ctx.actor), trainedAt: ctx.now() };
  await ctx.inTransaction(async (tx) => {
    await saveClassifier(tx, row);
    record(tx, ctx, "classifier.train", `classifier:${name}`, { rows: report.rows, classes: report.classes });
  });
  return report;
}
