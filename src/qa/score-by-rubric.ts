import type { Call, Draft } from "../orders/index.ts";
import { namesOf, type RubricRow } from "../platform/rules/schema/rubric.ts";
import { runCheck } from "./checks.ts";
import { judges } from "./items/index.ts";
import { type Case, type Circumstances, type Finding, plainCircumstances, type QaRules } from "./judge.ts";
import type { QaItem, QaScore, Verdict } from "./schema.ts";
import { talkOf } from "./talk.ts";
import { chargeOnce, totalOf } from "./total.ts";

const gravity: readonly Verdict[] = ["扣分", "待人工", "仅提示", "不适用"];

/** How sure the recogniser was of the words that an item rests on: the least sure line. Null where nothing says so. */
function confidenceOf(findings: readonly Finding[]): number | null {
  const known = findings.flatMap(({ confidence }) => confidence ?? []);
  return known.length > 0 ? Math.min(...known) : null;
}

/** The gravest verdict of an item with what it rests on. */
function itemOf(row: RubricRow, item: string, findings: readonly Finding[]): QaItem {
  const verdict = gravity.find((each) => findings.some((finding) => finding.verdict === each)) ?? "合格";
  const grave = findings.filter((finding) => finding.verdict === verdict);
  return {
    item,
    row: row.row,
    verdict,
    points: row.deduction,
    deduction: verdict === "扣分" ? row.deduction : 0,
    utterances: grave.flatMap((finding) => finding.utterance ?? []),
    atMs: grave[0]?.atMs ?? null,
    why: grave.length > 0 ? grave.map((finding) => finding.why).join("；") : "没有发现",
    clause: row.clause,
    confidence: confidenceOf(grave),
    excluded: findings.flatMap(({ utterance, excluded }) =>
      utterance === null || !excluded ? [] : [{ utterance, why: excluded }],
    ),
    ...(row.veto ? { veto: true } : {}),
  };
}

function unjudged(row: RubricRow, verdict: Verdict, why: string): QaItem[] {
  return namesOf(row).map((item) =>
    itemOf(row, item, [{ verdict: verdict === "合格" ? "不适用" : verdict, utterance: null, atMs: null, why }]),
  );
}

/** Points that an item costs: its row's once, or for each place up to the row's most. */
function costOf(rubric: QaRules["rubric"], row: RubricRow, item: QaItem): number {
  if (item.verdict !== "扣分") return 0;
  if (!countsEach(rubric, row)) return row.deduction;
  return Math.min(row.most ?? Number.POSITIVE_INFINITY, row.deduction * Math.max(1, item.utterances.length));
}

const countsEach = (rubric: QaRules["rubric"], row: RubricRow | undefined): boolean =>
  (row?.repeated ?? rubric.counting.repeated) === "每处一次";

/** Why an item only hints: measured precision under the limit, or people who often disagree. */
function hintReason(rubric: QaRules["rubric"], { hintOnly }: Circumstances, item: string): string | null {
  const { measured, precisionMin } = rubric.review;
  const known = measured.find((each) => each.item === item);
  if (known && known.precision < precisionMin) return `实测准确率 ${known.precision} 低于 ${precisionMin}，仅提示`;
  return hintOnly.get(item) ?? null;
}

function hinted(item: QaItem, why: string | null): QaItem {
  return item.verdict === "扣分" && why !== null
    ? { ...item, verdict: "仅提示", deduction: 0, why: `${item.why}（${why}）` }
    : item;
}

function judgeRow(row: RubricRow, input: Case, around: Circumstances): QaItem[] {
  if (row.mandarin && around.isDialectSeat) return unjudged(row, "不适用", "方言专席不考普通话");
  if (input.talk.direction === "callback" && !row.callback) return unjudged(row, "不适用", "回访不考此项");
  if (row.unscored) return unjudged(row, row.unscored.verdict, row.unscored.why);
  const findings = [
    ...row.items.map((name) => ({ name: name as string, found: judges[name](input) })),
    ...row.checks.map((check) => ({ name: check.item, found: runCheck(check, input) })),
  ];
  return findings.map(({ name, found }) => {
    const item = hinted(itemOf(row, name, found), hintReason(input.rules.rubric, around, name));
    return { ...item, deduction: costOf(input.rules.rubric, row, item) };
  });
}

/**
 * Scores the agent's service in a call by all rows of the rubric (S1 录音质检). In: the call, and the draft when there is one (scope and kind
 * decide whether turning a caller away was right), and the circumstances of seat and items. Rows that need ears or system records are left to a person. A web message has no
 * agent: nothing is scored.
 */
export function scoreByRubric(
  rules: QaRules,
  call: Call,
  draft: Draft | null,
  around: Circumstances = plainCircumstances,
): QaScore {
  const talk = talkOf(rules, call);
  const { rubric } = rules;
  if (call.direction === "web" || talk.agent.length === 0) {
    const why = call.direction === "web" ? "网络诉求没有坐席通话" : "录音中没有坐席的话";
    return { score: null, band: null, items: rubric.rows.flatMap((row) => unjudged(row, "不适用", why)) };
  }
  const judged = rubric.rows.flatMap((row) =>
    judgeRow(row, { talk, rules, draft, knowledge: around.knowledge }, around),
  );
  const items = chargeOnce(judged, (row) => countsEach(rubric, rubric.rows[row - 1]));
  return { ...totalOf(rubric, items), items };
}
