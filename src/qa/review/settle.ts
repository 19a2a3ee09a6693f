import type { Rules } from "../../platform/rules/index.ts";
import type { QaItem } from "../schema.ts";
import type { Appeal, Decision, Settled, SettledItem } from "../schema-review.ts";
import { chargeOnce, totalOf } from "../total.ts";

const official = new Set<Decision["kind"]>(["复核", "申诉"]);

/** Newest decision of each of a double review's people. */
function lastOfEach(decisions: readonly Decision[]): Decision[] {
  return [...new Map(decisions.map((decision) => [decision.byId, decision])).values()];
}

/** The word that counts for an item: the newest of a review or an appeal; else what both of a double review said. Oldest first in. */
function wordOn(decisions: readonly Decision[]): { decision: Decision | null; disputed: boolean } {
  const last = decisions.findLast((decision) => official.has(decision.kind));
  if (last) return { decision: last, disputed: false };
  const both = lastOfEach(decisions.filter((decision) => decision.kind === "双评"));
  const [first] = both;
  if (!first || both.length < 2) return { decision: null, disputed: false };
  const isSame = both.every((other) => other.verdict === first.verdict && other.deduction === first.deduction);
  return { decision: isSame ? first : null, disputed: !isSame };
}

function settleItem(item: QaItem, decisions: readonly Decision[], appeals: readonly Appeal[]): SettledItem {
  const { decision, disputed } = wordOn(decisions.filter((each) => each.item === item.item));
  const appeal = appeals.findLast((each) => each.item === item.item) ?? null;
  if (!decision) return { ...item, decision: null, appeal, disputed };
  const { verdict, deduction } = decision;
  const utterances = decision.utterances.length > 0 ? decision.utterances : item.utterances;
  const words = { utterances, atMs: decision.atMs ?? item.atMs };
  return { ...item, ...words, verdict, deduction: verdict === "扣分" ? deduction : 0, decision, appeal, disputed };
}

/** What an item costs by itself, before rows are charged once: one that stood behind another of its row costs again when that falls. */
const alone = (item: SettledItem): SettledItem =>
  item.verdict === "扣分" && item.deduction === 0 && !item.decision ? { ...item, deduction: item.points } : item;

/**
 * What a call counts as after people's word: the newest decision on an item stands in place of the engine's. Decisions and appeals oldest
 * first; 校准 is practice and counts for nothing. A call that the engine did not score (no agent in it) has no score.
 */
export function settle(
  rubric: Rules["rubric"],
  engine: { score: number | null; items: readonly QaItem[] },
  decisions: readonly Decision[],
  appeals: readonly Appeal[],
): Settled {
  const judged = engine.items.map((item) => alone(settleItem(item, decisions, appeals)));
  const each = new Set(
    rubric.rows.filter((row) => (row.repeated ?? rubric.counting.repeated) === "每处一次").map((row) => row.row),
  );
  const charged = chargeOnce(judged, (row) => each.has(row)) as SettledItem[];
  const decided = charged.filter((item) => item.decision !== null).length;
  if (engine.score === null) return { score: null, band: null, items: charged, decided };
  return { ...totalOf(rubric, charged), items: charged, decided };
}
