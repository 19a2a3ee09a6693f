import { sharesOf } from "./scores.ts";

const temperatureMin = 0.02;
const temperatureMax = 5;
const searchSteps = 40;

/** The temperature at which the true labels of held-out rows are least surprising (golden-section search over its logarithm). */
export function fitTemperature(scores: readonly Float64Array[], labels: Int32Array): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(temperatureMin);
  let high = Math.log(temperatureMax);
  for (let step = 0; step < searchSteps; step += 1) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (surprise(scores, labels, Math.exp(left)) < surprise(scores, labels, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

const shareMin = 1e-12;

function surprise(scores: readonly Float64Array[], labels: Int32Array, temperature: number): number {
  return scores.reduce((sum, row, at) => {
    const share = sharesOf(row, temperature)[labels[at] ?? 0] ?? 0;
    return sum - Math.log(Math.max(share, shareMin));
  }, 0);
}

const bins = 10;

/** Expected calibration error over ten bins of confidence: 0 when of all answers given with 0.8, eight in ten are right. */
export function calibrationError(shares: readonly Float64Array[], labels: Int32Array): number {
  const gaps = new Float64Array(bins);
  shares.forEach((row, at) => {
    const confidence = Math.max(...row);
    const isRight = row.indexOf(confidence) === labels[at];
    const bin = Math.min(bins - 1, Math.floor(confidence * bins));
    gaps[bin] = (gaps[bin] ?? 0) + confidence - Number(isRight);
  });
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / Math.max(1, shares.length);
}
