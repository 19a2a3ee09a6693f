export { classify, confidencesOf } from "./classify.ts";
export { classifyNamed } from "./classify-named.ts";
export { crossValidate, type Validation } from "./cross-validate.ts";
export type { TrainOptions } from "./fit-rows.ts";
export type { Classification, Example, FeatureSettings, LabelledExample, Model } from "./model.ts";
export { defaultSettings } from "./model.ts";
export { type Packed, packModel, unpackModel } from "./pack.ts";
export { type Training, trainClassifier } from "./train-classifier.ts";
export { type TrainReport, trainNamed } from "./train-named.ts";
