/** Which pieces of a text count. A model carries its own, so that it reads later texts as it read the first ones. */
export type FeatureSettings = {
  /** Character sequences of 1 to this many characters. */
  readonly gramLengthMax: number;
  /** Tokens between spaces count too: for text that comes cut into words. */
  readonly withWords: boolean;
  /** Marks and spaces count, and where a field begins and ends; else only letters, Chinese characters and digits do. */
  readonly withMarks: boolean;
  /** Features are hashed to 2^hashBits places. */
  readonly hashBits: number;
};

export const defaultSettings: FeatureSettings = { gramLengthMax: 4, withWords: false, withMarks: false, hashBits: 20 };

/** What is classified: one text, or several that are kept apart, with flags that are each one whole feature. */
export type Example = string | { readonly fields: readonly string[]; readonly flags?: readonly string[] };

export type LabelledExample = { readonly example: Example; readonly label: string };

/**
 * A trained classifier as plain data. Feature `places[f]` has the weight `weights[f * labels.length + k]` for label k, which
 * already holds how rare the feature is; `rarity[f]` alone is kept for the length of the text.
 */
export type Model = {
  readonly version: 1;
  readonly settings: FeatureSettings;
  readonly labels: readonly string[];
  readonly places: Int32Array;
  readonly rarity: Float32Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  /** How often each label was seen: all there is to say of a text without a known feature. */
  readonly labelShares: Float32Array;
  /** Scores are divided by it, so that a confidence of 0.8 is right four times of five. */
  readonly temperature: number;
};

export type LabelCandidate = { label: string; confidence: number };

/** `label` is the first candidate; candidates stand with the surest first and add up to 1. */
export type Classification = LabelCandidate & { candidates: LabelCandidate[] };
