import { toShanghaiIso } from "../../../platform/clock.ts";
import type { Feedback } from "./schema.ts";
import type { TitledFeedback } from "./store.ts";

/** Feedback as editors read it. */
export const feedbackView = ({ by: _, onceKey: __, at, decidedAt, ...rest }: TitledFeedback): Feedback => ({
  ...rest,
  at: toShanghaiIso(at),
  decidedAt: decidedAt && toShanghaiIso(decidedAt),
});
