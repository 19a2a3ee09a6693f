import type { Call, Draft } from "../orders/index.ts";
import { type Agency, firstMatch, type LocalMatter } from "../platform/rules/index.ts";
import type { RoutingRules } from "./agency-index.ts";

/** Street office and district government of the place, where the draft knows them, and the local matters that were heard. */
export type Local = { street: Agency | null; district: Agency | null; matters: LocalMatter[] };

/** Everything the caller said and what was drafted from it. */
export function saidText(draft: Draft, call: Call): string {
  const spoken = call.utterances.filter((utterance) => utterance.speaker !== "agent").map(({ text }) => text);
  return [draft.title, draft.elements.event?.value ?? "", ...spoken].join("\n");
}

const leastItemConfidence = 0.2;

/**
 * A matter counts when its words are heard; one that would take the lead must fit the content item as well,
 * but for extreme weather, where whoever is nearest goes first.
 */
function isHeard(matter: LocalMatter, draft: Draft, text: string): boolean {
  const likely = draft.category.candidates.filter(({ confidence }) => confidence >= leastItemConfidence);
  const fits = [draft.category, ...likely].some(({ item }) => matter.items.includes(item));
  const words = firstMatch(matter, text) !== null;
  if (matter.lead === "街道协办") return words || fits;
  return words && (fits || matter.items.length === 0 || draft.urgentClass === "极端天气");
}

/** The bodies of the place of the matter. A question (咨询) is nobody's local matter. */
export function localBody(rules: RoutingRules, draft: Draft, call: Call): Local {
  const { district, street } = draft;
  const inDistrict = rules.agencies.filter((agency) => agency.district !== null && agency.district === district);
  const text = saidText(draft, call);
  return {
    street: inDistrict.find((agency) => agency.kind === "街道" && agency.street === street) ?? null,
    district: inDistrict.find((agency) => agency.kind === "区政府") ?? null,
    matters: draft.kind === "咨询" ? [] : rules.city.localMatters.filter((matter) => isHeard(matter, draft, text)),
  };
}
