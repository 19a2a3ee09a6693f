import type { Rules } from "../platform/rules/index.ts";
import type { QaItem, Severity } from "./schema.ts";

type Weights = Rules["rubric"]["review"]["risk"];

const most = 100;

/** The part of a call's risk that its leading sentences make: the gravest whole, every further one a little (R-V2). 0 without any. */
export function leadingRiskOf(weights: Weights, severities: readonly Severity[]): number {
  if (severities.length === 0) return 0;
  const gravest = Math.max(...severities.map((severity) => weights.leading[severity]));
  return Math.min(most, gravest + (severities.length - 1) * weights.more);
}

/** How much a call wants a person's look, 0 to 100, and the reasons in words, gravest first. */
export function riskOf(
  weights: Weights,
  items: readonly QaItem[],
  leadingRisk: number,
): { risk: number; riskWhy: string[] } {
  const costly = items.filter((item) => item.verdict === "扣分");
  const vetoes = costly.filter((item) => item.veto);
  const of = (verdict: QaItem["verdict"]): number => items.filter((item) => item.verdict === verdict).length;
  const points = costly.reduce((total, item) => total + item.deduction, 0);
  const risk =
    leadingRisk +
    vetoes.length * weights.veto +
    points * weights.point +
    of("待人工") * weights.pending +
    of("仅提示") * weights.hint;
  const riskWhy = [
    ...(leadingRisk > 0 ? ["有诱导性语句"] : []),
    ...vetoes.map((item) => `一票否决：${item.item}`),
    ...[...costly].sort((a, b) => b.deduction - a.deduction).map((item) => `${item.item} -${item.deduction}`),
    ...(of("仅提示") > 0 ? [`提示 ${of("仅提示")} 项`] : []),
  ];
  return { risk: Math.min(most, Math.round(risk * 10) / 10), riskWhy: riskWhy.slice(0, 5) };
}
