export { greetingDayOf } from "./festival.ts";
export { QaItem, QaScore, Severity, Verdict, WordingInput, WordingVerdict } from "./schema.ts";
export { scoreByRubric } from "./score-by-rubric.ts";
export { scoreCall } from "./score-call.ts";
export { type QaScoreRow, scoreOfCall, scoresOfCalls } from "./store.ts";
export { auditWording } from "./wording.ts";
