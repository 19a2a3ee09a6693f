import type { Agencies, Call, Draft } from "../orders/index.ts";
import { type Agency, firstMatch } from "../platform/rules/index.ts";
import { agencyIndex, type RoutingRules } from "./agency-index.ts";
import { agencyScores } from "./agency-scores.ts";
import { type Local, localBody, saidText } from "./local-body.ts";
import { namedAgencies } from "./named-agencies.ts";
import { noticesFor, roleBody } from "./notices.ts";

export type { RoutingRules } from "./agency-index.ts";

type Fit = { agency: Agency; points: number; confidence: number; why: string };
type Lead = { agency: Agency | null; confidence: number; why: string };

/** A rule in the pack's own words, or null where the pack has no such rule: then the engine does not act by it. */
function principle(rules: RoutingRules, id: string): string | null {
  const found = rules.routing.principles.find((each) => each.id === id);
  return found ? `${id} ${found.text}` : null;
}

function fitsOf(rules: RoutingRules, draft: Draft, call: Call): Fit[] {
  return agencyScores(rules, draft, call).flatMap(({ agency: at, ...score }) => {
    const agency = rules.agencies[at];
    return agency ? [{ ...score, agency }] : [];
  });
}

/** Whether the caller names both bodies: then it is these two that push the matter to each other. */
function bothNamed(rules: RoutingRules, said: string, first: Fit, second: Fit): boolean {
  const { byName, findName } = agencyIndex(rules);
  const named = new Set(findName(said).map(({ term }) => rules.agencies[byName.get(term) ?? -1]));
  return named.has(first.agency) && named.has(second.agency);
}

/** A matter that several bodies push away, or that has a clear item which no duty names, goes to the district (R-R3). */
function isUnowned(rules: RoutingRules, draft: Draft, call: Call, fits: readonly Fit[]): boolean {
  const { floor } = rules.routing.figures;
  const [first, second] = fits;
  if (!first) return draft.category.confidence >= floor;
  const said = saidText(draft, call);
  if (!second || !firstMatch(rules.routing.unowned, said)) return false;
  return second.points >= first.points * (1 - rules.routing.unowned.margin) || bothNamed(rules, said, first, second);
}

function leadOf(rules: RoutingRules, draft: Draft, call: Call, fits: readonly Fit[], local: Local): Lead {
  const { floor, sure } = rules.routing.figures;
  const best = fits[0];
  const surelyVertical = best?.agency.vertical && best.confidence >= sure;
  const matter = local.matters.find(({ lead }) => lead === "街道优先");
  if (matter && local.street && !surelyVertical) {
    const why = `${matter.rule} ${matter.matter}：${matter.why}`;
    return { agency: local.street, confidence: Math.max(best?.confidence ?? 0, floor), why };
  }
  const toDistrict = principle(rules, "R-R3");
  if (toDistrict && local.district && draft.kind !== "咨询" && isUnowned(rules, draft, call, fits))
    return { agency: local.district, confidence: floor, why: toDistrict };
  if (!best || best.confidence < floor)
    return { agency: null, confidence: best?.confidence ?? 0, why: `把握不足${floor}，只列候选，请人工确定` };
  const vertical = best.agency.vertical ? "；R-R9 垂直管理" : "";
  return { agency: best.agency, confidence: best.confidence, why: `R-R1 ${best.why}${vertical}` };
}

/** The lead where the scope decides it (110 and the like, or nobody), or null where the matter itself does. */
function leadOfScope(rules: RoutingRules, draft: Draft): Lead | null {
  const route = rules.routing.scopes.find(({ scope }) => scope === draft.scope);
  if (!route) return null;
  const agency = roleBody(rules, route.role);
  return { agency, confidence: agency ? 1 : 0, why: `${route.rule} ${route.why}（${route.clause}）` };
}

/** Bodies that fit nearly as well as the lead, those the agent will tell, those that hear of urgent matters, and the street on the spot. */
function othersOf(
  rules: RoutingRules,
  draft: Draft,
  call: Call,
  fits: readonly Fit[],
  local: Local,
): Map<Agency, string> {
  const { coShare, coMost, floor } = rules.routing.figures;
  const others = new Map<Agency, string>();
  for (const { agency, why } of noticesFor(rules, draft, call)) others.set(agency, why);
  const least = (fits[0]?.points ?? 0) * coShare;
  const sure = (fits[0]?.confidence ?? 0) >= floor;
  const near = sure && draft.kind !== "咨询" ? fits.filter(({ points }) => points >= least).slice(0, coMost + 1) : [];
  for (const { agency, why } of near) if (!others.has(agency)) others.set(agency, `R-R4 ${why}`);
  for (const at of namedAgencies(agencyIndex(rules), rules.routing.notified, call)) {
    const agency = rules.agencies[at];
    if (agency && !others.has(agency)) others.set(agency, "坐席在通话中说明会告知");
  }
  const matter = local.matters[0];
  if (local.street && (matter || draft.urgent === "紧急"))
    others.set(local.street, matter ? `${matter.rule} ${matter.why}` : "R-R9 属地到场");
  return others;
}

function candidatesOf(rules: RoutingRules, lead: Lead, fits: readonly Fit[], local: Local): Agencies["candidates"] {
  const place = [
    ...(local.street ? [{ agency: local.street, confidence: 0.05, why: "R-R9 属地" }] : []),
    ...(local.district ? [{ agency: local.district, confidence: 0.03, why: "R-R3 所属行政区域" }] : []),
  ];
  const first = lead.agency ? [{ ...lead, agency: lead.agency }] : [];
  const seen = new Set<string>();
  return [...first, ...[...fits, ...place].sort((a, b) => b.confidence - a.confidence)]
    .map(({ agency, confidence, why }) => ({ name: agency.name, confidence, why }))
    .filter(({ name }) => !seen.has(name) && seen.add(name))
    .slice(0, rules.routing.figures.candidates);
}

/**
 * Who handles an order (R-R1 to R-R9): lead, co-handlers, copy-to, each with the rule and the words. A suggestion only.
 * `abstained` when no body is sure enough; a scope that is not accepted has no lead and does not count as abstaining.
 */
export function agenciesFor(rules: RoutingRules, { draft, call }: { draft: Draft; call: Call }): Agencies {
  const fits = fitsOf(rules, draft, call);
  const local = localBody(rules, draft, call);
  const scoped = leadOfScope(rules, draft);
  const lead = scoped ?? leadOf(rules, draft, call, fits, local);
  const others = lead.agency ? othersOf(rules, draft, call, scoped ? [] : fits, local) : new Map<Agency, string>();
  if (lead.agency) others.delete(lead.agency);
  const copy = lead.agency?.kind === "街道" && local.district ? principle(rules, "R-R2") : null;
  const phone = lead.agency && draft.urgent === "紧急" ? principle(rules, "R-R6") : null;
  const reasons = [...others].map(([agency, reason]) => `会办${agency.name}：${reason}`);
  return {
    lead: lead.agency?.name ?? null,
    confidence: lead.confidence,
    why: [lead.why, phone, copy, ...reasons].filter((part) => part !== null).join("。"),
    co: [...others.keys()].map(({ name }) => name),
    copyTo: copy && local.district ? [local.district.name] : [],
    candidates: candidatesOf(rules, lead, fits, local),
    abstained: lead.agency === null && scoped === null,
  };
}
