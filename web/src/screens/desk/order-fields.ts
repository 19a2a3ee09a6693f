import { quotedWords } from "../../parts/marks.ts";
import { isWorthShowing, percent } from "../../parts/words.ts";
import type { City, Kind, OrderChanges, OrderResult, Scope } from "../../types.ts";
import type { Edit, Field, Option } from "./field.ts";

const titleMaxChars = 60;
const summaryMaxChars = 2_000;
const toOptions = (values: readonly string[]): Option[] => values.map((value) => ({ value, label: value }));

/** What `field` needs to know beside the order itself. */
export type Around = { city: City; typedByPeople: ReadonlySet<string> };

type Said = { text: string; why: string; edit: Edit };

/** Every line of the draft that is no element, by name. */
export function orderFields(order: OrderResult, { city, typedByPeople }: Around) {
  const field = (id: string, label: string, { text, why, edit }: Said): Field => {
    const isHuman = typedByPeople.has(id);
    // The machine's reason is not the reason for what a person typed.
    const said = isHuman && why ? `由人工填写。系统原先的依据：${why}` : why;
    const light = { id, utterances: [], quotes: isHuman ? [] : quotedWords(why) };
    return { id, label, text, engine: isHuman ? "human" : "rules", why: said || null, light, edit };
  };
  return {
    kind: field("kind", "诉求类型", kindOf(order, city)),
    urgent: field("urgent", "紧急程度", urgentOf(order, city)),
    scope: field("scope", "受理范围", scopeOf(order, city)),
    category: field("category", "事项分类", categoryOf(order, city)),
    lead: field("lead", "牵头单位", leadOf(order, city)),
    area: field("area", "区 / 街道", areaOf(order, city)),
    confidential: field("confidential", "是否保密", confidentialOf(order)),
    title: field(
      "title",
      "标题",
      textOf(order.title, titleMaxChars, 1, (title) => ({ title })),
    ),
    summary: field(
      "summary",
      "主要内容",
      textOf(order.summary, summaryMaxChars, 6, (summary) => ({ summary })),
    ),
  };
}

const kindOf = (order: OrderResult, city: City): Said => ({
  text: order.kind,
  why: `${order.kindWhy}（把握 ${percent(order.kindConfidence)}）`,
  edit: choose(order.kind, city.kinds, (value) => ({ kind: value as Kind })),
});

function urgentOf(order: OrderResult, city: City): Said {
  const named = (urgentClass: string | null) => (urgentClass ? `紧急：${urgentClass}` : "一般");
  const options = [
    { value: "", label: "一般" },
    ...city.urgentClasses.map((value) => ({ value, label: named(value) })),
  ];
  return {
    text: order.urgentClass ? named(order.urgentClass) : order.urgent,
    why: order.urgentWhy,
    edit: {
      how: "choose",
      value: order.urgentClass ?? "",
      options,
      toChanges: (value) =>
        value
          ? { urgent: "紧急", urgentClass: value as NonNullable<OrderResult["urgentClass"]> }
          : { urgent: "一般", urgentClass: null },
    },
  };
}

const scopeOf = (order: OrderResult, city: City): Said => ({
  text: order.scope,
  why: order.scopeWhy,
  edit: choose(order.scope, city.scopes, (value) => ({ scope: value as Scope })),
});

function categoryOf({ category }: OrderResult, city: City): Said {
  const others = category.candidates
    .filter((each) => each.item !== category.item && isWorthShowing(each))
    .map(({ item, confidence }) => `${item} ${percent(confidence)}`);
  const why = [category.why ?? "", others.length ? `其他可能：${others.join("、")}` : ""].filter(Boolean).join("\n");
  return {
    text: `${category.level1} / ${category.item}`,
    why: `${why}\n把握 ${percent(category.confidence)}`.trim(),
    edit: {
      how: "path",
      value: [category.level1, category.item],
      options: city.categories.map(({ level1, items }) => ({
        value: level1,
        label: level1,
        children: toOptions(items),
      })),
      mayStopEarly: false,
      toChanges: ([level1 = "", item = ""]) => ({ category: { level1, item } }),
    },
  };
}

function leadOf({ agencies }: OrderResult, city: City): Said {
  const likely = agencies?.candidates.filter(isWorthShowing) ?? [];
  const first = likely.map(({ name, confidence }) => ({ value: name, label: `${name} ${percent(confidence)}` }));
  const rest = city.agencies.filter((name) => !likely.some((candidate) => candidate.name === name));
  return {
    text: agencies?.lead ?? "",
    why: agencies?.why ?? "",
    edit: {
      how: "choose",
      value: agencies?.lead ?? "",
      options: [...first, ...toOptions(rest)],
      toChanges: (value) => ({ leadAgency: value || null }),
    },
  };
}

const areaOf = ({ district, street }: OrderResult, city: City): Said => ({
  text: [district, street].filter(Boolean).join(" "),
  why: "",
  edit: {
    how: "path",
    value: [district, street].filter((name) => name !== null),
    options: city.districts.map(({ name, streets }) => ({ value: name, label: name, children: toOptions(streets) })),
    mayStopEarly: true,
    toChanges: ([newDistrict, newStreet]) => ({ district: newDistrict ?? null, street: newStreet ?? null }),
  },
});

const confidentialOf = ({ confidential }: OrderResult): Said => ({
  text: confidential ? "保密" : "否",
  why: "",
  edit: choose(confidential ? "保密" : "否", ["否", "保密"], (value) => ({ confidential: value === "保密" })),
});

const textOf = (value: string, maxChars: number, rows: number, toChanges: (value: string) => OrderChanges): Said => ({
  text: value,
  why: "",
  edit: { how: "text", value, maxChars, rows, toChanges },
});

const choose = (value: string, options: readonly string[], toChanges: (value: string) => OrderChanges): Edit => ({
  how: "choose",
  value,
  options: toOptions(options),
  toChanges,
});
