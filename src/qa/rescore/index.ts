export { rescoreJob } from "./jobs.ts";
export { listRescores, pauseRescore, resumeRescore, startRescore } from "./rescores.ts";
export { runRescore } from "./run-rescore.ts";
