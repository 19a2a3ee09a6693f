const first = 0.9;
const second = 0.999;
const tiny = 1e-8;

/** Gives the function that moves `weights` up a slope by a rate, in the manner of Adam (Kingma and Ba 2015). */
export function adamOf(weights: Float64Array): (slope: Float64Array, rate: number) => void {
  const mean = new Float64Array(weights.length);
  const spread = new Float64Array(weights.length);
  let step = 0;
  return (slope, rate) => {
    step += 1;
    const meanScale = 1 / (1 - first ** step);
    const spreadScale = 1 / (1 - second ** step);
    for (let at = 0; at < weights.length; at += 1) {
      const up = slope[at] ?? 0;
      const drift = first * (mean[at] ?? 0) + (1 - first) * up;
      const size = second * (spread[at] ?? 0) + (1 - second) * up * up;
      mean[at] = drift;
      spread[at] = size;
      weights[at] = (weights[at] ?? 0) + (rate * drift * meanScale) / (Math.sqrt(size * spreadScale) + tiny);
    }
  };
}
