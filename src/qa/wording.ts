import type { Rules } from "../platform/rules/index.ts";
import { sourceWords } from "../platform/text/index.ts";
import type { WordingVerdict } from "./schema.ts";
import { judge } from "./wording-judge.ts";
import { learnedSpan } from "./wording-learned-span.ts";
import { neutralFor } from "./wording-neutral.ts";
import { prepareWording } from "./wording-prepare.ts";
import { shippedWordingModel, type WordingModel } from "./wording-weights.ts";

/** Fewer characters than these outside approved scripts lead nobody. */
const ownWordsMin = 4;

const ownWords = (masked: string): number => masked.replace(/[□\P{L}]/gu, "").length;

const clean: WordingVerdict = {
  leading: false,
  type: null,
  severity: null,
  span: null,
  neutral: null,
  confidence: 0.9,
  engine: "rules",
};

/**
 * Whether an agent's sentence leads the caller, and how to say it neutrally. In: the lines before it ("市民：…" a line, may be empty) and the
 * sentence. Repeating the caller's own word, reading the whole scale and the approved scripts are neutral. `span` is an exact substring
 * of the sentence, `engine` tells whether the rules or the learned model found it (S4 5.5.4). `model` null asks the rules alone.
 */
export function auditWording(
  rules: Pick<Rules, "wording">,
  input: { readonly context: string; readonly text: string },
  model: WordingModel | null = shippedWordingModel(),
): WordingVerdict {
  const { plain, masked, caller, hit, example } = prepareWording(rules, input);
  if (!hit && ownWords(masked) < ownWordsMin) return clean;
  const judged = judge(model, example, hit);
  const entry = rules.wording.types.find(({ type }) => type === judged?.type) ?? hit?.entry;
  if (!judged || !entry) return clean;
  const at = hit?.span ?? (model ? learnedSpan(model.clause, masked) : null);
  const span = at ? sourceWords(plain, at.start, at.end) : "";
  if (span === "") return clean;
  return {
    leading: true,
    ...judged,
    type: entry.type,
    span,
    neutral: neutralFor(entry, plain.text, caller.lastSource),
  };
}
