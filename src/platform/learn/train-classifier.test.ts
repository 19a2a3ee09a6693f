import { describe, expect, it } from "vitest";
import { classify } from "./classify.ts";
import { crossValidate } from "./cross-validate.ts";
import { packModel } from "./pack.ts";
import { testRows } from "./test-rows.ts";
import { trainClassifier } from "./train-classifier.ts";

const rows = testRows(600);
const { model, validation } = trainClassifier(rows);

describe("trainClassifier", () => {
  it("gives the same model for the same rows and seed", () => {
    expect(packModel(trainClassifier(rows).model)).toEqual(packModel(model));
  });

  it("tells rows it has not seen, and says beforehand how well", () => {
    const unseen = testRows(300, 99);
    const right = unseen.filter(({ example, label }) => classify(model, example).label === label).length;
    expect(right / unseen.length).toBeGreaterThan(0.8);
    expect(Math.abs(right / unseen.length - validation.accuracy)).toBeLessThan(0.06);
  });

  it("is as sure as it is right: of answers given with 0.8, eight in ten hold", () => {
    expect(validation.calibrationError).toBeLessThan(0.05);
    const unseen = testRows(900, 7);
    const answers = unseen.map(({ example, label }) => ({ ...classify(model, example), wanted: label }));
    const meanConfidence = answers.reduce((sum, { confidence }) => sum + confidence, 0) / answers.length;
    const accuracy = answers.filter(({ label, wanted }) => label === wanted).length / answers.length;
    expect(Math.abs(meanConfidence - accuracy)).toBeLessThan(0.05);
  });

  it("finds nothing where labels were dealt out blindly", () => {
    const blind = rows.map(({ example }, at) => ({ example, label: (at * 7919) % 11 < 5 ? "甲" : "乙" }));
    const { accuracy, macroF1 } = crossValidate(blind);
    expect(accuracy).toBeLessThan(0.65);
    expect(macroF1).toBeLessThan(0.65);
  });

  it("refuses rows of a single label", () => {
    expect(() => trainClassifier([{ example: "停水", label: "供水" }])).toThrow(RangeError);
    expect(() => trainClassifier([])).toThrow(RangeError);
  });

  it("keeps a label of one row among its answers, never in front", () => {
    const { model: wider } = trainClassifier([...rows, { example: "公交改线", label: "交通" }]);
    const { candidates } = classify(wider, "小区停水");
    expect(candidates.map(({ label }) => label)).toContain("交通");
    expect(candidates[0]?.label).toBe("供水");
  });
});

describe("classify", () => {
  it("names every label once, the surest first, adding up to 1", () => {
    const { label, confidence, candidates } = classify(model, "小区半夜施工扰民");
    expect(candidates[0]).toEqual({ label, confidence });
    expect(candidates.map((each) => each.label).sort()).toEqual([...model.labels]);
    expect(candidates.reduce((sum, each) => sum + each.confidence, 0)).toBeCloseTo(1);
    expect(label).toBe("噪声");
  });

  it.each(["", "   ", "🙂", "qqq"])("says no more of %j than how often each label was seen", (text) => {
    const { confidence } = classify(model, text);
    expect(confidence).toBeCloseTo(1 / 3, 2);
  });

  it("tells fields apart: the same word in another field is another feature", () => {
    const settings = { gramLengthMax: 2, withWords: false, withMarks: false, hashBits: 14 };
    const pairs = Array.from({ length: 40 }, (_, at) => ({
      example: { fields: at % 2 ? ["停水", "噪声"] : ["噪声", "停水"] },
      label: at % 2 ? "甲" : "乙",
    }));
    const { model: paired } = trainClassifier(pairs, { settings, rowsMin: 1 });
    expect(classify(paired, { fields: ["停水", "噪声"] }).label).toBe("甲");
    expect(classify(paired, { fields: ["噪声", "停水"] }).label).toBe("乙");
  });
});
