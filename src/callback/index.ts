export * from "./cases/index.ts";
export { checkWording } from "./check-wording.ts";
export { planCallback } from "./plan-callback.ts";
export { readCallback } from "./read-callback.ts";
export { reviewCallback } from "./review-callback.ts";
export { CallbackReview, LeadingSentence, PlanInput } from "./schema.ts";
export * from "./schema-case.ts";
export * from "./schema-desk.ts";
export { reviewOfCall } from "./store.ts";
