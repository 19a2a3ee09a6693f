export { confirmOrder } from "./confirm-order.ts";
export { editOrder } from "./edit-order.ts";
export { finishCall, handCallToPerson } from "./end-call.ts";
export { type CallListItem, listCalls } from "./list-calls.ts";
export { readOrder } from "./read-order.ts";
export { receiveCall } from "./receive-call.ts";
export * from "./schema.ts";
export {
  type CallRow,
  callsWaitingSince,
  editsOf,
  fillOrder,
  findCall,
  findOrder,
  insertOrder,
  nextOrderNumber,
  type Order,
  type OrderEdit,
  orderOfCall,
  readCall,
} from "./store.ts";
