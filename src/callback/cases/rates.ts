import { groupBy } from "../../platform/group-by.ts";
import type { Rules } from "../../platform/rules/index.ts";
import type { RateRow, Rates, RecordedAnswers } from "../schema-case.ts";

/** A recorded callback and what it was about. */
export type Recorded = {
  script: string;
  answers: RecordedAnswers;
  agency: string | null;
  street: string | null;
  item: string | null;
};

type Script = Rules["callback"]["scripts"][number];

const levels = ["非常满意", "满意", "基本满意", "不满意", "非常不满意", "未答"] as const;
const contacts = ["是", "否", "尝试联系", "未答"] as const;
const solutions = ["已解决", "部分解决", "未解决", "未答"] as const;

/** How often each answer was given, and the share that counts of those who answered; null when nobody did. */
function tally(values: readonly string[], words: readonly string[], counting: readonly string[]): RateRow["contacted"] {
  const counts = Object.fromEntries(words.map((word) => [word, values.filter((value) => value === word).length]));
  const answered = values.filter((value) => value !== "未答");
  const good = answered.filter((value) => counting.includes(value)).length;
  return {
    counts,
    answered: answered.length,
    rate: answered.length > 0 ? Math.round((good / answered.length) * 1000) / 1000 : null,
  };
}

function rowOf(key: string, script: Script, recorded: readonly Recorded[]): RateRow {
  const answers = recorded.map((each) => each.answers);
  return {
    key,
    script: script.id,
    recorded: recorded.length,
    contacted: tally(
      answers.map((each) => each.contacted),
      contacts,
      script.counts.contacted,
    ),
    resolved: tally(
      answers.map((each) => each.resolved),
      solutions,
      script.counts.resolved,
    ),
    satisfaction: tally(
      answers.map((each) => each.satisfaction),
      levels,
      script.counts.satisfied,
    ),
  };
}

const askedIn = (script: Script, step: string): string => script.lines.find((line) => line.step === step)?.text ?? "";

const wordingOf = (script: Script): Rates["wordings"][number] => ({
  script: script.id,
  title: script.title,
  contacted: askedIn(script, "响应"),
  resolved: askedIn(script, "解决"),
  satisfaction: askedIn(script, "满意"),
  counts: script.counts,
  notes: script.lines.flatMap(({ note }) => note ?? []),
});

/**
 * 响应率, 解决率 and 满意率 by agency, street or item. Rates of different wordings are never added up: each script has rows of its own, with the
 * words that were asked, what counts, and the numbers behind (X1, X13, X14).
 */
export function ratesOf(
  callback: Rules["callback"],
  by: "agency" | "street" | "item",
  recorded: readonly Recorded[],
): Rates {
  const used = callback.scripts.filter((script) => recorded.some((each) => each.script === script.id));
  const rows = used.flatMap((script) => {
    const own = recorded.filter((each) => each.script === script.id);
    return [...groupBy(own, (each) => each[by] ?? "未填")].map(([key, same]) => rowOf(key, script, same));
  });
  return {
    rows: rows.sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1)),
    total: used.map((script) =>
      rowOf(
        "合计",
        script,
        recorded.filter((each) => each.script === script.id),
      ),
    ),
    wordings: used.map(wordingOf),
    notes: callback.notes.map(({ text }) => text),
  };
}
