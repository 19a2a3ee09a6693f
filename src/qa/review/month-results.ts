import { groupBy } from "../../platform/group-by.ts";
import type { Rules } from "../../platform/rules/index.ts";
import { bandOfMonth } from "../points.ts";
import type { MonthResult } from "../schema-results.ts";

/** A scored call of the month as it counts now. */
export type CountedCall = {
  callId: string;
  agentId: string | null;
  name: string | null;
  team: string | null;
  score: number;
  deducted: readonly string[];
};

export type CountedAppeal = { callId: string; item: string; state: "待处理" | "成立" | "不成立" };

const topShown = 5;
const noTeam = "未分组";
const noSeat = "未知工号";

const tenths = (value: number): number => Math.round(value * 10) / 10;

function topItems(calls: readonly CountedCall[]): MonthResult["topItems"] {
  const counts = groupBy(
    calls.flatMap(({ deducted }) => deducted),
    (item) => item,
  );
  return [...counts]
    .map(([item, all]) => ({ item, count: all.length }))
    .sort((a, b) => b.count - a.count || (a.item < b.item ? -1 : 1))
    .slice(0, topShown);
}

const upheldOf = (appeals: readonly CountedAppeal[]): number => appeals.filter(({ state }) => state === "成立").length;

function rowOf(
  rubric: Rules["rubric"],
  key: string,
  calls: readonly CountedCall[],
  appeals: readonly CountedAppeal[],
): MonthResult {
  const scores = calls.map(({ score }) => score);
  const own = new Set(calls.map(({ callId }) => callId));
  const about = appeals.filter(({ callId }) => own.has(callId));
  const band = bandOfMonth(rubric, scores);
  return {
    key,
    name: calls[0]?.name ?? null,
    team: calls[0]?.team ?? null,
    recordings: calls.length,
    meanScore: scores.length > 0 ? tenths(scores.reduce((sum, score) => sum + score, 0) / scores.length) : null,
    band: band === null ? null : tenths(band),
    deductions: calls.reduce((sum, { deducted }) => sum + deducted.length, 0),
    topItems: topItems(calls),
    appeals: about.length,
    upheld: upheldOf(about),
  };
}

function itemRow(item: string, calls: readonly CountedCall[], appeals: readonly CountedAppeal[]): MonthResult {
  const struck = calls.filter(({ deducted }) => deducted.includes(item)).length;
  const about = appeals.filter((appeal) => appeal.item === item);
  const plain = { name: null, team: null, meanScore: null, band: null, topItems: [] };
  return {
    key: item,
    ...plain,
    recordings: struck,
    deductions: struck,
    appeals: about.length,
    upheld: upheldOf(about),
  };
}

/**
 * A month by agent, by team (each recording counts once, not each person) or by item. Scores are as they count now: with people's decisions and
 * upheld appeals. Agents and teams by name, items by how often they cost.
 */
export function monthResults(
  rubric: Rules["rubric"],
  by: "agent" | "team" | "item",
  calls: readonly CountedCall[],
  appeals: readonly CountedAppeal[],
): MonthResult[] {
  if (by === "item") {
    const items = new Set([...calls.flatMap(({ deducted }) => deducted), ...appeals.map(({ item }) => item)]);
    const rows = [...items].map((item) => itemRow(item, calls, appeals));
    return rows.sort((a, b) => b.recordings - a.recordings || (a.key < b.key ? -1 : 1));
  }
  const keyOf = ({ agentId, team }: CountedCall) => (by === "agent" ? (agentId ?? noSeat) : (team ?? noTeam));
  const rows = [...groupBy(calls, keyOf)].map(([key, own]) => rowOf(rubric, key, own, appeals));
  const named = by === "team" ? rows.map((row) => ({ ...row, name: null, team: row.key })) : rows;
  return named.sort((a, b) => (a.key < b.key ? -1 : 1));
}
