import { type Figures, figuresOf, type Measured, newMeasured, note, noteSets, noteTotal } from "../metrics.ts";
import { textF1 } from "../scorers.ts";
import type { CallResult, InboundSample, OrderAnswer } from "../shapes.ts";
import { scoreElements, scoreThreats } from "./score-elements.ts";

const missingKeys = ["name", "contact", "time", "place", "event", "target", "priorHandling", "demand", "reason"];
const qaItems = new Set(
  "开头语不规范 结束语不规范 未询问或称呼姓氏 反问语气 使用禁语(不知道/不清楚) 与来电人争吵 推诿应受理事项 抢话 等待超30秒无提示 未确认来电人问题 反复询问 缺少礼貌用语 随意答复无依据 让来电人自行联系而不受理".split(
    " ",
  ),
);

/** Compares the results of inbound calls with the human-made answers. A call without a result counts as wrong everywhere. */
export function scoreInbound(samples: InboundSample[], results: Map<string, CallResult>): Figures {
  const measured = newMeasured();
  noteTotal(measured, "quotes", 0);
  noteTotal(measured, "quotesNotInTranscript", 0);
  for (const sample of samples) {
    const result = results.get(sample.id);
    const order = result?.order ?? {};
    note(measured, "answered", result?.order !== undefined);
    scoreDecisions(measured, sample, order);
    scoreAgencies(measured, sample, order);
    scoreElements(measured, sample, order);
    scoreThreats(measured, sample, order);
    scoreWhole(measured, sample, order, result?.order ? result : undefined);
  }
  noteTotal(measured, "n", samples.length);
  return figuresOf(measured);
}

function scoreDecisions(measured: Measured, { gold }: InboundSample, order: OrderAnswer): void {
  note(measured, "kind", order.kind === gold.kind);
  note(measured, "urgent", order.urgent === gold.urgent);
  if (gold.urgent === "紧急") {
    note(measured, "urgentRecall", order.urgent === "紧急");
    note(measured, "urgentClass", (order.urgentClass ?? null) === gold.urgentClass);
  }
  if (order.urgent === "紧急") note(measured, "urgentPrecision", gold.urgent === "紧急");
  note(measured, "scope", order.scope === gold.scope);
  if (gold.scope !== "受理") note(measured, "scopeRecall", order.scope === gold.scope);
  const { level1, item = "", candidates = [] } = order.category ?? {};
  const items = [item, ...candidates.slice(0, 3).map((candidate) => candidate.item ?? "")];
  note(measured, "level1", [gold.level1, ...(gold.level1Alt ?? [])].includes(level1 ?? ""));
  note(measured, "item1", gold.items.includes(item));
  note(
    measured,
    "item3",
    items.some((name) => gold.items.includes(name)),
  );
}

function scoreAgencies(measured: Measured, { gold }: InboundSample, order: OrderAnswer): void {
  const lead = order.agencies?.lead ?? "";
  const named = [lead, ...(order.agencies?.candidates ?? []).slice(0, 3).map(({ name }) => name ?? "")];
  if (gold.leadAgencies.length > 0) {
    const right = gold.leadAgencies.includes(lead);
    note(measured, "lead1", right);
    note(measured, "leadAnswered", lead !== "");
    if (lead !== "") note(measured, "leadPrecision", right);
    note(
      measured,
      "lead3",
      named.some((name) => gold.leadAgencies.includes(name)),
    );
  }
  if (gold.coAgencies.length > 0) {
    note(
      measured,
      "co",
      (order.agencies?.co ?? []).some((name) => gold.coAgencies.includes(name)),
    );
  }
  note(measured, "district", (order.district || null) === gold.district);
  note(measured, "street", (order.street || null) === gold.street);
}

function scoreWhole(
  measured: Measured,
  { gold }: InboundSample,
  order: OrderAnswer,
  result: CallResult | undefined,
): void {
  const known = (keys: string[]) => new Set(keys.filter((key) => missingKeys.includes(key)));
  noteSets(measured, "missing", known(gold.missing), known(order.missing ?? []));
  note(measured, "confidential", Boolean(order.confidential) === gold.confidential);
  note(measured, "directAnswer", Boolean(result?.directAnswer) === gold.directAnswer);
  note(measured, "summary_f1", textF1(order.summary, gold.summary));
  note(measured, "title_f1", textF1(order.title, gold.title));
  const wanted = new Set(gold.qa.map(({ item }) => item));
  const deducted = (result?.qa?.items ?? []).filter(({ item, verdict }) => verdict === "扣分" && qaItems.has(item));
  const given = new Set(deducted.map(({ item }) => item));
  noteSets(measured, "qa", wanted, given);
  for (const item of new Set([...wanted, ...given])) {
    noteSets(
      measured,
      `qaItems.${item}`,
      new Set(wanted.has(item) ? [item] : []),
      new Set(given.has(item) ? [item] : []),
    );
  }
}
