import { countFeatures } from "./count-features.ts";
import { encode, type Vocabulary, vocabularyOf } from "./encode.ts";
import type { Classification, Example, Model } from "./model.ts";
import { scoresOf, sharesOf } from "./scores.ts";

const vocabularies = new WeakMap<Model, Vocabulary>();

function vocabularyIn(model: Model): Vocabulary {
  const known = vocabularies.get(model) ?? vocabularyOf(model.places, model.rarity, model.settings.hashBits);
  vocabularies.set(model, known);
  return known;
}

/** The model's confidence in each of its labels, in their order. A text without a known feature gets the labels' own shares. */
export function confidencesOf(model: Model, example: Example): Float64Array {
  const encoded = encode(vocabularyIn(model), countFeatures(example, model.settings));
  if (encoded.features.length === 0) return Float64Array.from(model.labelShares);
  return sharesOf(scoresOf(model, encoded), model.temperature);
}

/** The likeliest label of a text, with the others behind it. */
export function classify(model: Model, example: Example): Classification {
  const confidences = confidencesOf(model, example);
  const candidates = model.labels
    .map((label, at) => ({ label, confidence: confidences[at] ?? 0 }))
    .sort((one, other) => other.confidence - one.confidence);
  const [first] = candidates;
  if (!first) throw new Error("a model has at least two labels");
  return { ...first, candidates };
}
