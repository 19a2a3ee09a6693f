export { type Appended, appendUtterances, endSilentCall } from "./append-utterances.ts";
export { addAttachment, listAttachments, openAttachment } from "./attachments.ts";
export { confirmOrder } from "./confirm-order.ts";
export { drawWaveform } from "./draw-waveform.ts";
export { editOrder } from "./edit-order.ts";
export { finishCall, handCallToPerson } from "./end-call.ts";
export { plainName, typed } from "./file-type.ts";
export { drawWaveformJob } from "./jobs.ts";
export { editedFields, keepEdits } from "./keep-edits.ts";
export { type CallListItem, listCalls } from "./list-calls.ts";
export { readOrder } from "./read-order.ts";
export { receiveCall } from "./receive-call.ts";
export { addRecording, listenTo, readPeaks, readRecording } from "./recordings.ts";
export * from "./schema.ts";
export { Peaks, Recording } from "./schema-recording.ts";
export {
  type CallRow,
  callHeads,
  callsWaitingSince,
  earlierOrders,
  editsOf,
  fillOrder,
  findCall,
  findOrder,
  insertOrder,
  nextOrderNumber,
  type Order,
  type OrderEdit,
  orderOfCall,
  ordersLike,
  readCall,
  visibleCallIds,
} from "./store.ts";
export { putLiveAnswers, redraftOrder, settleOrder } from "./store-live.ts";
export { callbacksAbout, ordersOfCalls, readCalls } from "./store-many.ts";
export { callsWithRecording, recordingHead, recordingOfCall, recordingsWaitingSince } from "./store-recordings.ts";
export { watchCall } from "./watch-call.ts";
