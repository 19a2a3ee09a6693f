export { acknowledgeScore, decideAppeal, listAppeals, makeAppeal } from "./answer-score.ts";
export {
  finishCalibration,
  listCalibrations,
  makeCalibration,
  readAgreement,
  readCalibration,
} from "./calibrations.ts";
export { decideItems } from "./decide-items.ts";
export { exportResults } from "./export-results.ts";
export { changeItem, listItems } from "./item-state.ts";
export { addNote, listNotes, seeNote } from "./notes.ts";
export { listPlans, makePlan } from "./plans.ts";
export { listQaCalls, readQaCall } from "./read-qa-call.ts";
export { readResults, readTrends } from "./read-results.ts";
export { rubricOf } from "./read-rubric.ts";
export { changeSeat, listSeats } from "./seats.ts";
export { assignTask, listTasks, nextTask } from "./tasks.ts";
