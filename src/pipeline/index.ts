export { jobs, processCallJob } from "./jobs.ts";
export { listCallEntries } from "./list-call-entries.ts";
export { processCall } from "./process-call.ts";
export { processLines, processOne } from "./process-lines.ts";
export { orderResult, readCallView, readResult } from "./read-result.ts";
export { receiveAndRing } from "./receive-and-ring.ts";
export { CallListEntry, CallResult, CallView, OrderResult } from "./schema.ts";
export { seedDemo } from "./seed-demo.ts";
