import type { Call, Draft } from "../orders/index.ts";
import type { RubricRow } from "../platform/rules/schema/rubric.ts";
import { judges } from "./items/index.ts";
import type { Case, Finding, QaRules } from "./judge.ts";
import { bandOf, pointsOff, roundScore } from "./points.ts";
import type { QaItem, QaScore, Verdict } from "./schema.ts";
import { talkOf } from "./talk.ts";

const gravity: readonly Verdict[] = ["扣分", "待人工", "仅提示", "不适用"];

/** The gravest verdict of an item with what it rests on. */
function itemOf(row: RubricRow, item: string, findings: readonly Finding[]): QaItem {
  const verdict = gravity.find((each) => findings.some((finding) => finding.verdict === each)) ?? "合格";
  const grave = findings.filter((finding) => finding.verdict === verdict);
  return {
    item,
    row: row.row,
    verdict,
    deduction: verdict === "扣分" ? row.deduction : 0,
    utterances: grave.flatMap((finding) => finding.utterance ?? []),
    atMs: grave[0]?.atMs ?? null,
    why: grave.length > 0 ? grave.map((finding) => finding.why).join("；") : "没有发现",
    clause: row.clause,
  };
}

function unjudged(row: RubricRow, verdict: Verdict, why: string): QaItem[] {
  const names = row.items.length > 0 ? row.items : [row.checkpoint];
  return names.map((item) =>
    itemOf(row, item, [{ verdict: verdict === "合格" ? "不适用" : verdict, utterance: null, atMs: null, why }]),
  );
}

/** Items of one row. Two items of a row cost its points once, unless the city counts every place. */
function judgeRow(row: RubricRow, input: Case): QaItem[] {
  if (input.talk.direction === "callback" && !row.callback) return unjudged(row, "不适用", "回访不考此项");
  if (row.unscored) return unjudged(row, row.unscored.verdict, row.unscored.why);
  const { repeated } = input.rules.rubric.counting;
  let charged = false;
  return row.items.map((name) => {
    const item = itemOf(row, name, judges[name](input));
    if (item.verdict !== "扣分") return item;
    if (repeated === "每处一次") return { ...item, deduction: row.deduction * item.utterances.length };
    const again = charged;
    charged = true;
    return again ? { ...item, deduction: 0, why: `${item.why}（同属第 ${row.row} 行，已扣）` } : item;
  });
}

/** Deductions of the rows in which no item applies. */
function notApplicableSum(rubric: QaRules["rubric"], items: readonly QaItem[]): number {
  return rubric.rows
    .filter((row) => items.every((item) => item.row !== row.row || item.verdict === "不适用"))
    .reduce((total, row) => total + row.deduction, 0);
}

/**
 * Scores the agent's service in a call by all rows of the rubric (S1 录音质检). In: the call, and the draft when there is one (scope and kind
 * decide whether turning a caller away was right). Rows that need ears or system records are left to a person. A web message has no
 * agent: nothing is scored.
 */
export function scoreByRubric(rules: QaRules, call: Call, draft: Draft | null): QaScore {
  const talk = talkOf(rules, call);
  const { rubric } = rules;
  if (call.direction === "web" || talk.agent.length === 0) {
    const why = call.direction === "web" ? "网络诉求没有坐席通话" : "录音中没有坐席的话";
    return { score: null, band: null, items: rubric.rows.flatMap((row) => unjudged(row, "不适用", why)) };
  }
  const items = rubric.rows.flatMap((row) => judgeRow(row, { talk, rules, draft }));
  const sum = items.reduce((total, item) => total + item.deduction, 0);
  const off = pointsOff(rubric, sum, notApplicableSum(rubric, items));
  const score = roundScore(rubric.counting, Math.max(rubric.counting.floor, 100 - off));
  return { score, band: bandOf(rubric, score), items };
}
