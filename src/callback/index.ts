export { planCallback } from "./plan-callback.ts";
export { readCallback } from "./read-callback.ts";
export { reviewCallback } from "./review-callback.ts";
export { CallbackReview, LeadingSentence, PlanInput } from "./schema.ts";
export { reviewOfCall } from "./store.ts";
