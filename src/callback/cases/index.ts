export { addCase, changeCase } from "./add-case.ts";
export { listCases, readCase } from "./list-cases.ts";
export { readRates } from "./read-rates.ts";
export { recordAttempt, recordResult } from "./record-callback.ts";
export { readScript } from "./script.ts";
