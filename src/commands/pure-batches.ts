import { z } from "zod";
import { PlanInput, planCallback } from "../callback/index.ts";
import type { Config } from "../platform/config.ts";
import { mapJsonLines } from "../platform/json-lines.ts";
import { mask } from "../platform/mask.ts";
import { loadRules, type Rules } from "../platform/rules/index.ts";
import { auditWording, WordingInput } from "../qa/index.ts";
import { linesOf, writeResults } from "./batch.ts";
import { readBatchOptions } from "./read-options.ts";

const MaskInput = z.object({ id: z.string().max(100), text: z.string().max(100_000) });

/** A batch verb that needs the rules but no database. */
const batchOf =
  <Input extends { id: string }>(schema: z.ZodType<Input>, work: (rules: Rules, input: Input) => object) =>
  async (args: string[], settings: Config): Promise<number> => {
    const { options, config } = readBatchOptions(args, settings);
    const rules = loadRules(config.rulesDir, config.city);
    const results = mapJsonLines(linesOf(options.in), schema, (input) => ({ id: input.id, ...work(rules, input) }));
    return writeResults(results, options.out);
  };

/** tingsu wording --in utterances.jsonl */
export const runWording = batchOf(WordingInput, auditWording);

/** tingsu callback-plan --in orders.jsonl */
export const runCallbackPlan = batchOf(PlanInput, (rules, { order }) => planCallback(rules, order));

/** tingsu mask --in texts.jsonl */
export const runMask = batchOf(MaskInput, (_rules, { text }) => {
  const { text: masked, entities } = mask(text);
  return { masked, entities };
});
