import { describe, expect, it } from "vitest";
import { AppError } from "../errors.ts";
import { classify } from "./classify.ts";
import { packModel, unpackModel } from "./pack.ts";
import { testRows } from "./test-rows.ts";
import { trainClassifier } from "./train-classifier.ts";

const rows = testRows(300);
const { model } = trainClassifier(rows);
const stored: unknown = JSON.parse(JSON.stringify(packModel(model)));

describe("packModel and unpackModel", () => {
  it("give back a model that answers as before", () => {
    const again = unpackModel(stored);
    for (const { example } of rows) {
      const [before, after] = [classify(model, example), classify(again, example)];
      expect(after.label).toBe(before.label);
      expect(after.confidence).toBeCloseTo(before.confidence, 2);
    }
  });

  it("refuse data of another version, cut short or of no model at all", () => {
    const packed = packModel(model);
    for (const broken of [{ ...packed, version: 2 }, { ...packed, weights: packed.weights.slice(0, 64) }, null, {}])
      expect(() => unpackModel(broken)).toThrow(AppError);
  });
});
