import type { Element } from "../../orders/index.ts";
import { type City, says } from "../../platform/rules/index.ts";
import { headlineIn } from "../talk/letter.ts";
import type { Restatement } from "../talk/restatement.ts";
import { overlap } from "../talk/substance.ts";
import { askedAbout, type Talk, type Turn } from "../talk/talk.ts";
import { notObtained, recorded } from "./element.ts";
import { type Mention, mentionsIn, settle } from "./gazetteer.ts";
import { type PlaceSpan, placeSpans } from "./place-spans.ts";

export type Place = {
  readonly element: Element;
  readonly district: string | null;
  readonly street: string | null;
  /** Every stretch of the call that tells a place. */
  readonly spans: readonly PlaceSpan[];
};

const nameless =
  /^(?:[该本各整个]*(?:小区|社区|学校|医院|加油站|服务区|景区|市场|公园|广场|商场|工地|幼儿园|派出所|法院|大厅|车站|停车场|地下车库|[一二三四五]期|(?:十字|红绿灯)?路口|路|街|村|[0-9一二三四五六七八九十]{1,4}(?:期|楼|层|组|号|室))[附近门口旁边周里内]*)+$/u;
/** 医院, 加油站 without a name, spoken: what was named elsewhere goes before it. */
const namelessShift = -1.2;
/** What is said of the place before its name. */
const complaintLead = /^(?:举报|投诉|反映|建议|请求|取缔|强化)+/u;
const partScore = { area: 2, name: 3, unit: 2, landmark: 0.8, region: 1.2 } as const;

function scoreSpan(talk: Talk, span: PlaceSpan, asked: ReadonlySet<number>, restatement: Restatement | null): number {
  const kinds = new Set(span.parts.map((part) => part.kind));
  const own = [...kinds].reduce((total, kind) => total + partScore[kind], 0);
  const words = span.turn.text.slice(span.start, span.end);
  const answer = asked.has(span.turn.at) ? 2.5 : 0;
  const agreed = restatement && words.length >= 2 ? overlap(words, restatement.turn.text) * 2 : 0;
  const before = span.turn.text.slice(Math.max(0, span.start - 6), span.end + 6);
  const earlier = says(talk.listening.topics.priorHandling.told, before) ? -3 : 0;
  return own + answer + agreed + earlier + formShift(span) - span.turn.at * 0.02;
}

/** The headline of a letter names where it is about; a word without a name (小区, 二期, 30公里) tells nobody where. */
function formShift(span: PlaceSpan): number {
  const words = span.turn.text.slice(span.start, span.end);
  if (!span.turn.isWritten) return nameless.test(words.replace(complaintLead, "")) ? namelessShift : 0;
  const isHeadline = span.start < (headlineIn(span.turn.text)?.end ?? 0);
  const isBare = nameless.test(words) || span.parts.every((part) => part.kind === "landmark");
  return (isHeadline ? 2 : 0) + (isBare ? -6 : 0);
}

/** District and street first, then what the caller said without repeating them. */
function compose(span: PlaceSpan, area: { district: string | null; street: string | null }): string {
  const { text } = span.turn;
  let detail = "";
  let at = span.start;
  for (const part of span.parts.filter((each) => each.kind === "area")) {
    detail += text.slice(at, Math.max(at, part.start));
    at = Math.max(at, part.end);
  }
  detail += text.slice(at, span.end);
  const clean = detail
    .replace(/^[的，、。那个在]+/u, "")
    .replace(/^(?:那个|这个)/u, "")
    .replace(complaintLead, "")
    .replace(/[，、的在那个]+$/u, "")
    .replace(/，/gu, "");
  return `${area.district ?? ""}${area.street ?? ""}${clean}`;
}

/** 金桥街道 alone is a place too, when nothing finer was said. */
function fromArea(
  mentions: readonly Mention[],
  area: { district: string | null; street: string | null },
): Element | null {
  const last =
    mentions.findLast((each) => each.street === area.street && each.district === area.district) ?? mentions.at(-1);
  if (!last || !area.district) return null;
  const value = `${area.district}${area.street ?? ""}`;
  return recorded({ value, turn: last.turn, start: last.start, end: last.end, why: "来电人只说到区划" });
}

/** 地点 with its district and street, from the caller's words and the gazetteer; landmark, direction and distance count (R-C3a). */
export function placeOf(talk: Talk, city: Pick<City, "districts">, restatement: Restatement | null): Place {
  const mentions = talk.citizen.flatMap((turn) => mentionsIn(city, turn));
  const trusted = restatement?.confirmed ? mentionsIn(city, restatement.turn) : [];
  const echoed = mentions.length === 0 && trusted.length === 0 ? echoedMentions(talk, city) : [];
  const area = settle([...mentions, ...echoed], trusted);
  const asked = new Set(askedAbout(talk, "place").flatMap(({ replies }) => replies.map((turn) => turn.at)));
  const sources: Turn[] = [...talk.citizen, ...(restatement?.confirmed ? [restatement.turn] : [])];
  const spans = sources.flatMap((turn) =>
    placeSpans(talk.listening, turn, [...mentions, ...trusted], talk.call.startedAt),
  );
  const scored = spans
    .filter((span) => span.parts.some((part) => part.kind !== "landmark" || span.parts.length > 1))
    .map((span) => ({
      span,
      score: scoreSpan(talk, span, asked, restatement) - (span.turn.role === "agent" ? 1.5 : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (!best || best.score < 1.5) {
    return { ...area, spans, element: fromArea(mentions, area) ?? notObtained(talk, "place") };
  }
  const also = [...mentions.filter((each) => each.turn !== best.span.turn), ...trusted].map((each) => each.turn);
  const where = { turn: best.span.turn, start: best.span.start, end: best.span.end, also: also.slice(-2) };
  const why = asked.has(best.span.turn.at) ? "回答坐席关于地点的提问" : "来电人说到的地点";
  return { ...area, spans, element: recorded({ ...where, value: compose(best.span, area), why }) };
}

/** 是柳林街道吗 — 对: an area the agent names and the caller agrees to. */
function echoedMentions(talk: Talk, city: Pick<City, "districts">): Mention[] {
  return talk.agent.flatMap((turn) => {
    const reply = talk.turns[turn.at + 1];
    return reply?.role === "citizen" && says(talk.listening.yes, reply.text) ? mentionsIn(city, turn) : [];
  });
}
