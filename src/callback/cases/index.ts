export { addCase, changeCase } from "./add-case.ts";
export { hearLines } from "./hear-lines.ts";
export { listCases, readCase } from "./list-cases.ts";
export { readChoices } from "./read-choices.ts";
export { readDialogue } from "./read-dialogue.ts";
export { readRateTrend } from "./read-rate-trend.ts";
export { readRates } from "./read-rates.ts";
export { recordAttempt, recordResult } from "./record-callback.ts";
export { readScript } from "./script.ts";
