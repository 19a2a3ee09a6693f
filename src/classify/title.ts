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

function matter(elements: Elements): string {
  const text = elements.event?.value ?? elements.demand?.value ?? "";
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
  const about = withoutArea(matter(elements), area);
  const lead = kind === "咨询" || kind === "举报" || kind === "建议" ? kind : "";
  const isRestated = elements.event?.why?.startsWith("坐席") ?? false;
  const place = kind === "咨询" || isRestated ? "" : shortPlace(elements, area.district, area.street);
  return cutAtClause(`${lead}${place}${about}`, titleMax).replace(/[，、]+$/u, "") || `${kind}事项`;
}

function withoutArea(text: string, area: { district: string | null; street: string | null }): string {
  let rest = text;
  for (const name of [area.district, area.street]) if (name && rest.startsWith(name)) rest = rest.slice(name.length);
  return rest;
}
