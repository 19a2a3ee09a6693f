export { draftFromCall } from "./draft-from-call.ts";
export { draftOrder, insertDraft } from "./draft-order.ts";
export { draftSuggestions } from "./draft-suggestions.ts";
export { draftWithEarlier } from "./draft-with-earlier.ts";
export { missingElements } from "./missing.ts";
export { recordQuality } from "./record-quality.ts";
