import { defineTask } from "../define-task.ts";
import type { LeadingResult, LeadingSample } from "../shapes.ts";
import { scoreLeading } from "./score.ts";

/** Single sentences of callback agents: leading or not, how, how hard. */
export const leading = defineTask<LeadingSample, LeadingResult>({
  name: "leading",
  verb: "wording",
  question: ({ id, context, text }) => ({ id, context, text }),
  score: scoreLeading,
});
