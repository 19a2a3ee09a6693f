export { draftFromCall } from "./draft-from-call.ts";
export { draftOrder } from "./draft-order.ts";
