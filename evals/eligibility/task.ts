import { defineTask } from "../define-task.ts";
import type { EligibilityResult, EligibilitySample } from "../shapes.ts";
import { scoreEligibility } from "./score.ts";

/** Who is called back, when, how often. */
export const eligibility = defineTask<EligibilitySample, EligibilityResult>({
  name: "eligibility",
  verb: "callback-plan",
  question: ({ id, order }) => ({ id, order }),
  score: scoreEligibility,
});
