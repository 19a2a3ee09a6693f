import { type KindSigns, places } from "../src/classify/kind-signs.ts";
import { adamOf } from "./adam.ts";

/** A call with the place of its kind among the kinds. */
export type KindRow = { readonly signs: KindSigns; readonly kind: number; readonly worth: number };

const rounds = 70;
const rate = 0.1;

/**
 * Weights that make the kinds which people gave likely (multinomial logit); `shrink` holds weights of rare signs near 0 (L2). The weight of place p for
 * kind k stands at `p * kinds + k`. Adam over all calls at once: their order plays no part.
 */
export function fitKinds(rows: readonly KindRow[], kinds: number, shrink: number): Float32Array {
  const weights = new Float64Array(places * kinds);
  const climb = adamOf(weights);
  const fixed = rows.map(({ signs, kind, worth }) => ({
    at: Int32Array.from(signs.at, (place) => place * kinds),
    value: Float64Array.from(signs.value),
    kind,
    worth,
  }));
  const likely = new Float64Array(kinds);
  for (let round = 0; round < rounds; round += 1) {
    const slope = weights.map((weight) => -shrink * weight);
    for (const { at, value, kind, worth } of fixed) {
      likely.fill(0);
      for (let each = 0; each < at.length; each += 1) {
        const place = at[each] ?? 0;
        const size = value[each] ?? 0;
        for (let k = 0; k < kinds; k += 1) likely[k] = (likely[k] ?? 0) + size * (weights[place + k] ?? 0);
      }
      const top = Math.max(...likely);
      let sum = 0;
      for (let k = 0; k < kinds; k += 1) {
        const raised = Math.exp((likely[k] ?? 0) - top);
        likely[k] = raised;
        sum += raised;
      }
      for (let k = 0; k < kinds; k += 1) likely[k] = worth * ((k === kind ? 1 : 0) - (likely[k] ?? 0) / sum);
      for (let each = 0; each < at.length; each += 1) {
        const place = at[each] ?? 0;
        const size = value[each] ?? 0;
        for (let k = 0; k < kinds; k += 1) slope[place + k] = (slope[place + k] ?? 0) + size * (likely[k] ?? 0);
      }
    }
    climb(slope, rate);
  }
  return Float32Array.from(weights);
}
