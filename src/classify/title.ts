import type { Elements, Kind } from "../orders/index.ts";
import { cutAtClause, tidy } from "./talk/wording.ts";

/** Longest title, in characters. */
const titleMax = 30;

/** The finest part of a place, without district and street: 锦绣花园8号楼. */
function shortPlace(elements: Elements, district: string | null, street: string | null): string {
  const place = elements.place?.value ?? "";
  const rest = place.replace(district ?? "", "").replace(street ?? "", "");
  return rest.length <= 12 ? rest : rest.slice(0, 12);
}

function matter(elements: Elements, kind: Kind): string {
  const text =
    (kind === "咨询" ? elements.event?.value : null) ?? elements.event?.value ?? elements.demand?.value ?? "";
  return tidy(text)
    .replace(/^(?:咨询|反映|举报|建议|其)+/u, "")
    .replace(/[，；。：？]/gu, "，")
    .replace(/^，+/u, "");
}

/** 工单标题, at most thirty characters, only from words of the call: where, and what. */
export function titleOf(
  elements: Elements,
  kind: Kind,
  area: { district: string | null; street: string | null },
): string {
  const about = matter(elements, kind);
  const lead = kind === "咨询" || kind === "举报" || kind === "建议" ? kind : "";
  const place = kind === "咨询" ? "" : shortPlace(elements, area.district, area.street);
  const withoutPlace = place !== "" && about.includes(place) ? about.slice(about.indexOf(place) + place.length) : about;
  const text = `${lead}${place}${withoutPlace.replace(/^[，的在]+/u, "")}`;
  return cutAtClause(text, titleMax).replace(/[，、]+$/u, "") || `${kind}事项`;
}
