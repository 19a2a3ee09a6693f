import type { Call, Draft } from "../orders/index.ts";
import { covers, longestMatches } from "../platform/term-finder.ts";
import { contextShare } from "../platform/term-finder-context.ts";
import { type AgencyIndex, agencyIndex, type RoutingRules } from "./agency-index.ts";
import { namedAgencies } from "./named-agencies.ts";

/** How well one body fits. `points` on the scale of duty words; `confidence` is its share among all that fit, with room for doubt. */
export type AgencyScore = { agency: number; points: number; confidence: number; why: string };

type Evidence = { words: Map<string, number>; duties: Set<string>; extra: number; reasons: string[] };

const focusWeight = 2;
const plainWeight = 1;
const itemPoints = 10;
const announcedPoints = 4;
const leastItemConfidence = 0.1;
/** Chosen by hand near the two-fold fits (temperature 2.5 to 3, doubt 6 to 10), before the weight of the item was raised: not refitted since. */
const temperature = 2.2;
const doubt = 7;

/** The text without the threats in it: what a caller threatens to do (堵省道) is not what the matter is about. */
function withoutThreats(text: string, draft: Draft): string {
  return draft.threatQuotes.reduce((rest, quote) => (quote === "" ? rest : rest.replaceAll(quote, "\n")), text);
}

/** What was said, by how much it counts: the drafted words of the matter before everything the caller mentioned. */
function spoken(draft: Draft, call: Call): { text: string; weight: number }[] {
  const { event, demand, content } = draft.elements;
  const drafted = [event, demand, content].map((element) => element?.value ?? "");
  const citizen = call.utterances.filter((utterance) => utterance.speaker !== "agent").map(({ text }) => text);
  return [
    { text: withoutThreats([draft.title, ...drafted].join("\n"), draft), weight: focusWeight },
    { text: withoutThreats(citizen.join("\n"), draft), weight: plainWeight },
  ];
}

function evidenceOf(all: Map<number, Evidence>, agency: number): Evidence {
  const known = all.get(agency) ?? { words: new Map(), duties: new Set(), extra: 0, reasons: [] };
  all.set(agency, known);
  return known;
}

/** Words of the duty list in one text. A word inside a notCue of the duty does not count, one beside it counts half. */
function addWords(index: AgencyIndex, text: string, weight: number, all: Map<number, Evidence>): void {
  const found = index.find(text);
  const nots = found.filter((match) => index.notCues.has(match.term));
  for (const match of longestMatches(found.filter(({ term }) => index.words.has(term)))) {
    const share = contextShare(text, match);
    for (const word of index.words.get(match.term) ?? []) {
      const against = nots.filter((not) =>
        index.notCues.get(not.term)?.some(({ agency, duty }) => agency === word.agency && duty === word.duty),
      );
      if (against.some((not) => covers(not, match))) continue;
      const { words, duties } = evidenceOf(all, word.agency);
      const points = word.weight * weight * share * (against.length > 0 ? 0.5 : 1);
      words.set(match.term, Math.max(words.get(match.term) ?? 0, points));
      duties.add(word.duty);
    }
  }
}

/** Bodies whose duties name the content item, less for each when several do. */
function addItems(index: AgencyIndex, draft: Draft, all: Map<number, Evidence>): void {
  const { item, confidence, candidates } = draft.category;
  for (const each of candidates.length > 0 ? candidates : [{ item, confidence }]) {
    if (each.confidence < leastItemConfidence) continue;
    const owners = index.byItem.get(each.item) ?? [];
    for (const agency of new Set(owners.map((owner) => owner.agency))) {
      const evidence = evidenceOf(all, agency);
      evidence.extra += (itemPoints * each.confidence) / Math.sqrt(new Set(owners.map((owner) => owner.agency)).size);
      evidence.reasons.push(`内容项“${each.item}”`);
    }
  }
}

function reasonOf({ words, duties, reasons }: Evidence): string {
  const heard = [...words].sort(([, a], [, b]) => b - a).slice(0, 4);
  const duty = [...duties].slice(0, 2).join("、");
  const spokenWords = heard.map(([word]) => `“${word}”`).join("");
  return [...(duty ? [`职责“${duty}”，听到${spokenWords}`] : []), ...reasons].join("；");
}

function pointsOf({ words, extra }: Evidence): number {
  const weights = [...words.values()].sort((a, b) => b - a);
  return extra + weights.reduce((total, weight, at) => total + weight * 0.7 ** at, 0);
}

/** Every body that fits, best first: words of its duties, the content item, and what the agent said on the phone. */
export function agencyScores(rules: RoutingRules, draft: Draft, call: Call): AgencyScore[] {
  const index = agencyIndex(rules);
  const all = new Map<number, Evidence>();
  for (const { text, weight } of spoken(draft, call)) addWords(index, text, weight, all);
  addItems(index, draft, all);
  for (const agency of namedAgencies(index, rules.routing.announced, call)) {
    const evidence = evidenceOf(all, agency);
    evidence.extra += announcedPoints;
    evidence.reasons.push("坐席在通话中说明由其办理");
  }
  const scores = [...all].map(([agency, evidence]) => ({
    agency,
    points: pointsOf(evidence),
    why: reasonOf(evidence),
  }));
  const mass = scores.reduce((sum, { points }) => sum + Math.exp(points / temperature), doubt);
  return scores
    .map((score) => ({ ...score, confidence: Number((Math.exp(score.points / temperature) / mass).toFixed(3)) }))
    .sort((a, b) => b.points - a.points);
}
