import type { Call, Draft } from "../orders/index.ts";
import type { Rules } from "../platform/rules/index.ts";
import { missingElements } from "./missing.ts";
import { overlap } from "./talk/substance.ts";

/** What is judged; a draft and a stored order both have it. */
export type RecordedOrder = Pick<
  Draft,
  | "kind"
  | "urgent"
  | "urgentClass"
  | "category"
  | "district"
  | "street"
  | "elements"
  | "threatQuotes"
  | "title"
  | "summary"
>;
type QualityRules = Pick<Rules, "quality" | "recording" | "city" | "items">;
type ItemId = QualityRules["quality"]["items"][number]["id"];

export type QualityItem = { readonly item: string; readonly ok: boolean; readonly why: string };
/** `score` 0 to 100. */
export type RecordQuality = { readonly score: number; readonly items: readonly QualityItem[] };

type Verdict = { readonly ok: boolean; readonly why: string };
type Check = (rules: QualityRules, call: Call, order: RecordedOrder) => Verdict;

const plain = (text: string): string => text.replace(/[\s，。、,.：:；;！!？?“”"'（）()…]/gu, "");
const verdict = (fault: string, fine: string): Verdict => ({ ok: fault === "", why: fault === "" ? fine : fault });

const isComplete: Check = ({ recording }, _call, { kind, urgentClass, elements }) => {
  const labels = new Map(recording.elements.map(({ key, label }) => [key as string, label]));
  const unasked = missingElements(recording, kind, urgentClass, elements).filter(
    (key) => !elements[key] || elements[key]?.status === "未询问",
  );
  return verdict(
    unasked.length > 0 ? `缺${unasked.map((key) => labels.get(key) ?? key).join("、")}` : "",
    "应有的要素都有",
  );
};

/** A consultation needs no place; elsewhere the district must be known, or be told to be unknown. */
const isPlaced: Check = ({ city }, _call, { kind, district, street, elements }) => {
  if (kind === "咨询") return { ok: true, why: "咨询不要求地点" };
  const known = city.districts.find((each) => each.name === district);
  if (!known) return { ok: false, why: district ? `本市没有${district}` : "没有定位到区县" };
  if (street && !known.streets.some((each) => each.name === street)) {
    return { ok: false, why: `${district}没有${street}` };
  }
  return verdict(street || elements.place?.value ? "" : "没有街道，也没有具体地点", "可以定位");
};

const areQuotesRight: Check = (_rules, call, { elements, threatQuotes, urgentClass, summary }) => {
  const texts = call.utterances.map(({ text }) => text);
  const all = plain(texts.join(""));
  const quotes = Object.values(elements).flatMap(({ quote }) => quote ?? []);
  const invented = quotes.find((quote) => !texts.some((text) => text.includes(quote)));
  const reworded = threatQuotes.find((quote) => !all.includes(plain(quote)));
  const marked = [...summary.matchAll(/“([^”]+)”/gu)].map((match) => match[1] ?? "");
  const untrue = marked.find((quote) => !all.includes(plain(quote)));
  const isUnquoted = urgentClass === "不稳定因素" && threatQuotes.length > 0 && marked.length === 0;
  const wrong = invented ?? reworded ?? untrue;
  return verdict(wrong ? `“${wrong}”不是通话里的原话` : isUnquoted ? "威胁的话没有加引号" : "", "引用与通话一致");
};

const isConsistent: Check = (_rules, call, { district, street, elements, urgent, urgentClass, summary }) => {
  if ((urgent === "紧急") !== (urgentClass !== null)) return { ok: false, why: "紧急程度与紧急类别不一致" };
  const time = elements.time?.value?.slice(0, 10) ?? "";
  if (/^\d{4}-\d\d-\d\d$/u.test(time) && urgentClass === "突发事件" && time > call.startedAt.slice(0, 10)) {
    return { ok: false, why: `发生时间${time}在来电之后` };
  }
  const place = elements.place?.value ?? "";
  const other = /[一-鿿]{2}(?:区|县)/u.exec(place)?.[0];
  if (district && other && !place.includes(district)) return { ok: false, why: `地点写${other}，区县写${district}` };
  const name = elements.name?.value ?? "";
  const named = /^来[电信]人([一-鿿]{2,4}?)(?:（|反映|求助|咨询|举报|建议|投诉)/u.exec(summary)?.[1] ?? "";
  if (name !== "" && named !== "" && !named.startsWith(name.charAt(0))) {
    return { ok: false, why: `姓名写${name}，主要内容写${named}` };
  }
  return verdict(street && !district ? `有${street}没有区县` : "", "各项一致");
};

const isTitled: Check = ({ quality }, call, { title, summary }) => {
  if (title.length === 0 || title.length > quality.title.max) return { ok: false, why: `标题${title.length}字` };
  const said = summary + call.utterances.map(({ text }) => text).join("");
  return verdict(
    overlap(plain(title), plain(said)) < quality.titleShare ? "标题的话通话里没有" : "",
    "标题说的是这件事",
  );
};

const isSummaryFit: Check = ({ quality }, call, { summary }) => {
  const { min, max } = quality.summary;
  const spoken = call.utterances
    .filter(({ speaker }) => speaker !== "agent")
    .reduce((n, { text }) => n + text.length, 0);
  if (summary.length > max) return { ok: false, why: `主要内容${summary.length}字，超过${max}字` };
  const isShort = summary.length < min && spoken >= min;
  return verdict(isShort ? `主要内容${summary.length}字，不足${min}字` : "", `主要内容${summary.length}字`);
};

const isClassed: Check = ({ items }, _call, { category }) => {
  const item = items.find((each) => each.name === category.item);
  if (!item) return { ok: false, why: category.item ? `没有“${category.item}”这一项` : "没有分类" };
  return verdict(item.level1 !== category.level1 ? `“${item.name}”属于${item.level1}` : "", "分类相符");
};

const checks: Readonly<Record<ItemId, Check>> = {
  complete: isComplete,
  place: isPlaced,
  quotes: areQuotesRight,
  consistent: isConsistent,
  title: isTitled,
  summary: isSummaryFit,
  category: isClassed,
};

/**
 * 诉求工单记录准确性 (S4 7.1.2.2) of a draft or an order against its call: what is in order, what is not and why, and the
 * share of the weights that is in order, 0 to 100. Pure; weights and figures are data of the rules.
 */
export function recordQuality(rules: QualityRules, call: Call, order: RecordedOrder): RecordQuality {
  const judged = rules.quality.items.map((item) => ({ item, ...checks[item.id](rules, call, order) }));
  const whole = judged.reduce((sum, { item }) => sum + item.weight, 0);
  const held = judged.filter(({ ok }) => ok).reduce((sum, { item }) => sum + item.weight, 0);
  return {
    score: Math.round((held / whole) * 100),
    items: judged.map(({ item, ok, why }) => ({ item: item.label, ok, why: `${why}（${item.clause}）` })),
  };
}
