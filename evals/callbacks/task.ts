import { defineTask } from "../define-task.ts";
import type { CallbackSample, CallResult } from "../shapes.ts";
import { scoreCallbacks } from "./score.ts";

/** Callbacks are read: what was answered, where the agent led, which faults. */
export const callbacks = defineTask<CallbackSample, CallResult>({
  name: "callbacks",
  verb: "process",
  question: ({ gold: _, split: __, ...call }) => call,
  score: scoreCallbacks,
});
