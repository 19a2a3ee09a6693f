import type { Elements, Kind } from "../orders/index.ts";
import { clausesOf, findTimes } from "../platform/text/index.ts";
import { cutAtClause, tidy } from "./talk/wording.ts";

type Area = { readonly district: string | null; readonly street: string | null };

/** Longest title, in characters. */
const titleMax = 30;

/** The finest part of a place, without district and street: 锦绣花园8号楼. */
function shortPlace(elements: Elements, district: string | null, street: string | null): string {
  const place = elements.place?.value ?? "";
  const rest = place.replace(district ?? "", "").replace(street ?? "", "");
  return rest.length <= 12 ? rest : rest.slice(0, 12);
}

/** Times say little in a title: 今早五点左右, 从2023年夏天…至今. */
function withoutTimes(text: string, startedAt: string): string {
  let rest = "";
  let at = 0;
  for (const when of findTimes(text, startedAt)) {
    if (when.start < at) continue;
    const gap = text.slice(at, when.start).replace(/(?:每天|每晚|从|自|于|，)+$/u, "");
    rest += at > 0 && /^[到至]$/u.test(gap) ? "" : gap;
    const tail =
      /^(?:左右|前后|开始|以来|至今|以后|之后|起|的时候|底|初|末|间|多)+/u.exec(text.slice(when.end))?.[0] ?? "";
    at = when.end + tail.length;
  }
  return rest + text.slice(at);
}

/** Of a consultation the clause that asks, with what follows. */
function question(text: string): string {
  const clause = clausesOf(text).find((each) =>
    /怎么|如何|怎样|能否|能不能|可以|是否|哪|多少|什么|多久|条件|办理|进度|吗/u.test(each.text),
  );
  return clause ? text.slice(clause.start) : text;
}

function matter(elements: Elements, kind: Kind, startedAt: string): string {
  const said = elements.event?.value ?? elements.demand?.value ?? "";
  const text = kind === "咨询" ? question(tidy(said)) : withoutTimes(tidy(said), startedAt);
  return text
    .replace(/^(?:咨询|反映|举报|建议|其|[一二三四五六]个问题|是)+/u, "")
    .replace(/[，；。：？]+/gu, "，")
    .replace(/^，+/u, "");
}

/** 工单标题, at most thirty characters, only from words of the call: where, and what. */
export function titleOf(elements: Elements, kind: Kind, area: Area, startedAt: string): string {
  const about = withoutArea(matter(elements, kind, startedAt), area);
  const lead = kind === "咨询" || kind === "举报" || kind === "建议" ? kind : "";
  const isRestated = elements.event?.why?.startsWith("坐席") ?? false;
  const place = kind === "咨询" || isRestated ? "" : shortPlace(elements, area.district, area.street);
  return cutAtClause(`${lead}${place}${about}`, titleMax).replace(/[，、]+$/u, "") || `${kind}事项`;
}

function withoutArea(text: string, area: Area): string {
  let rest = text;
  for (const name of [area.district, area.street]) if (name && rest.startsWith(name)) rest = rest.slice(name.length);
  return rest;
}
