export { agenciesFor } from "./agencies-for.ts";
export { clocksFor } from "./clocks-for.ts";
export { suggestAgencies } from "./suggest-agencies.ts";
