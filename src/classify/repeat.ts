import type { Draft } from "../orders/index.ts";
import { firstMatch, type PartRules } from "../platform/rules/index.ts";
import { overlap } from "./talk/substance.ts";

/** The order in hand: who calls, what about, and what was said of it. */
export type RepeatedOrder = Pick<Draft, "kind" | "category" | "district" | "street" | "elements" | "summary"> & {
  readonly callerNumber: string | null;
  /** The caller's own words, in which new circumstances stand. */
  readonly said: string;
};

/** An order taken before. `resolved` is null while it is in hand, true or false when it is done. */
export type EarlierOrder = Pick<Draft, "category" | "district" | "street" | "elements" | "summary"> & {
  readonly id: string;
  readonly callerNumber: string | null;
  readonly resolved: boolean | null;
};

export type Repeat = {
  readonly scope: "重复诉求" | "受理";
  /** The earlier order that is repeated or renewed; null when there is none. */
  readonly of: string | null;
  readonly why: string;
};

const placeOf = (order: Pick<Draft, "district" | "street" | "elements">): string =>
  (order.elements.place?.value ?? "").replace(order.district ?? "", "").replace(order.street ?? "", "");
const matterOf = (order: Pick<Draft, "elements" | "summary">): string => order.elements.event?.value ?? order.summary;
/** Shorter places (村口) say nothing alone. */
const placeMin = 4;

function isSamePlace(order: RepeatedOrder, earlier: EarlierOrder, share: number): boolean {
  const [here, there] = [placeOf(order), placeOf(earlier)];
  const isSameArea = order.district === earlier.district && order.street === earlier.street;
  if (!isSameArea || here.length < placeMin || there.length < placeMin) return false;
  return Math.max(overlap(here, there), overlap(there, here)) > share * 2;
}

function isSameMatter(order: RepeatedOrder, earlier: EarlierOrder, share: number): boolean {
  const [now, then] = [matterOf(order), matterOf(earlier)];
  return order.category.item === earlier.category.item && Math.max(overlap(now, then), overlap(then, now)) >= share;
}

/**
 * Whether the order asks again for what an earlier one asks for (S4 5.2.2.2 h, R-S5): the same caller or the same place, the
 * same item and matter, in hand or done. New circumstances or reasons reopen it, and so does an earlier one that was done
 * without solving it for a caller who asks for more than its result. A suggestion only: a person decides (R-S4).
 * `earlier` newest first; pure.
 */
export function repeatOf(rules: PartRules["scope"], order: RepeatedOrder, earlier: readonly EarlierOrder[]): Repeat {
  const { repeat } = rules;
  const none: Repeat = { scope: "受理", of: null, why: "没有同一诉求的工单" };
  if (!repeat || order.kind === "咨询") return none;
  const same = earlier.find((each) => {
    const isCaller = order.callerNumber !== null && order.callerNumber === each.callerNumber;
    const isPlace = isSamePlace(order, each, repeat.sameMatter);
    return (isCaller || isPlace) && isSameMatter(order, each, repeat.sameMatter);
  });
  if (!same) return none;
  const who = same.callerNumber !== null && same.callerNumber === order.callerNumber ? "同一来电号码" : "同一地点";
  const state = same.resolved === null ? "正在办理" : same.resolved ? "已办结" : "已办结但未解决";
  const found = `${repeat.clause}（${repeat.rule}）：${who}、同一事项的工单${same.id}${state}`;
  const renewed = firstMatch(repeat.renewed, order.said);
  if (renewed) return { scope: "受理", of: same.id, why: `${found}，有新情况：“${renewed.text}”` };
  if (same.resolved === false) return { scope: "受理", of: same.id, why: `${found}，问题仍在` };
  return { scope: "重复诉求", of: same.id, why: `${found}，没有听到新情况、新理由` };
}
