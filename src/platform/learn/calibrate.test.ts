import { describe, expect, it } from "vitest";
import { calibrationError, fitTemperature } from "./calibrate.ts";
import { accuracyOf, macroF1Of } from "./measure.ts";

const row = (...numbers: number[]) => Float64Array.from(numbers);

describe("calibrationError", () => {
  it("is 0 when three of four answers given with 0.75 are right, and 0.25 when all are", () => {
    const shares = Array.from({ length: 4 }, () => row(0.75, 0.25));
    expect(calibrationError(shares, Int32Array.of(0, 0, 0, 1))).toBeCloseTo(0);
    expect(calibrationError(shares, Int32Array.of(0, 0, 0, 0))).toBeCloseTo(0.25);
  });
});

describe("fitTemperature", () => {
  it("makes boasting scores modest and timid ones bold", () => {
    const labels = Int32Array.of(0, 0, 0, 1);
    expect(
      fitTemperature(
        Array.from({ length: 4 }, () => row(4, 0)),
        labels,
      ),
    ).toBeCloseTo(4 / Math.log(3), 1);
    expect(
      fitTemperature(
        Array.from({ length: 4 }, () => row(0.4, 0)),
        labels,
      ),
    ).toBeCloseTo(0.4 / Math.log(3), 1);
  });
});

describe("macroF1Of and accuracyOf", () => {
  it("count every label alike, however rare, where accuracy counts rows", () => {
    const wanted = Int32Array.of(0, 0, 0, 1);
    const given = Int32Array.of(0, 0, 0, 0);
    expect(accuracyOf(wanted, given)).toBe(0.75);
    expect(macroF1Of(wanted, given, 2)).toBeCloseTo(6 / 7 / 2);
  });
});
