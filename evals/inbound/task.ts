import { defineTask } from "../define-task.ts";
import type { CallResult, InboundSample } from "../shapes.ts";
import { scoreInbound } from "./score.ts";

/** Calls and web messages become draft orders. */
export const inbound = defineTask<InboundSample, CallResult>({
  name: "inbound",
  verb: "process",
  question: ({ gold: _, split: __, ...call }) => call,
  score: scoreInbound,
});
