import { z } from "zod";
import { CallbackReview } from "./schema.ts";
import { CaseResult, RateRow, ReadRates } from "./schema-case.ts";

/** What may come of a dial and how often one then dials, and the reasons that are asked for (S4 附录B.4.5). */
export const CallbackChoices = z.object({
  dials: z.array(z.object({ results: z.array(z.string()), attempts: z.int(), clause: z.string() })),
  reasons: z.array(z.object({ name: z.string(), clause: z.string() })),
});
export type CallbackChoices = z.infer<typeof CallbackChoices>;

/** Lines of a callback that goes on, as the officer typed them. */
export const HearLines = z.strictObject({
  lines: z
    .array(z.strictObject({ speaker: z.enum(["agent", "citizen"]), text: z.string().trim().min(1).max(2_000) }))
    .max(400),
});
export type HearLines = z.infer<typeof HearLines>;

/** The answers that lines hold; what is ambiguous or was pressed for is 未答. */
export const HeardAnswers = CallbackReview.pick({
  contacted: true,
  resolved: true,
  satisfaction: true,
  reason: true,
  opinions: true,
});
export type HeardAnswers = z.infer<typeof HeardAnswers>;

const Topic = z.enum(["contacted", "resolved", "satisfaction", "reason", "opinion"]);

/**
 * What was asked and answered in a callback, by utterance, beside what was recorded for its case. `scales`: levels in the order
 * they were read out; `unread`: those of the scale that never were.
 */
export const Dialogue = z.object({
  topics: z.array(z.object({ topic: Topic, asked: z.array(z.int()), answered: z.array(z.int()) })),
  scales: z.array(z.object({ utterance: z.int(), levels: z.array(z.string()) })),
  unread: z.array(z.string()),
  recorded: CaseResult.extend({ caseId: z.string() }).nullable(),
});
export type Dialogue = z.infer<typeof Dialogue>;

export const ReadRateTrend = ReadRates.omit({ by: true }).extend({
  by: z.enum(["day", "week", "month"]).default("day"),
});
export type ReadRateTrend = z.infer<typeof ReadRateTrend>;

/** The rates of the cases recorded in a day, a week (its Monday) or a month (its first day). */
export const RatePoint = RateRow.omit({ key: true }).extend({ at: z.string() });
export type RatePoint = z.infer<typeof RatePoint>;
