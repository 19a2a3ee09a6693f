import type { Kind, OrderClock, Urgent, UrgentClass } from "../orders/index.ts";
import type { Rules } from "../platform/rules/index.ts";
import {
  addTime,
  addWorkdays,
  atShanghai,
  instantMs,
  shanghaiDate,
  shanghaiTime,
  shiftDate,
  shiftInstant,
  type WorkCalendar,
} from "../platform/workdays.ts";

export type ClockRules = {
  limits: Rules["limits"];
  calendar: WorkCalendar;
  settings: Pick<Rules["settings"], "dayUnit" | "epidemicColumn" | "dispatchRule" | "signRule" | "feedbackLimits">;
};

/** Instants are ISO text with an offset. `now`, where given, says whether an order that is not dispatched yet still could be in time. */
export type ClockInput = {
  urgent: Urgent;
  urgentClass: UrgentClass | null;
  direction: "inbound" | "callback" | "web";
  startedAt: string;
  now?: string | undefined;
  kind?: Kind | undefined;
  dispatchedAt?: string | null | undefined;
  complex?: boolean | undefined;
  massEvent?: boolean | undefined;
  livesAtRisk?: boolean | undefined;
};

type Column = Rules["limits"]["columns"][number];
type Limit = Rules["limits"]["limits"][number];
type DayRule = Rules["limits"]["dayRules"][number];
type Due = { due: string; clause: string; limit: string };

/** The column of the stage table, with the remark to show where the standard gives none (R-T5). Urgent without a class is the strictest (R-T8). */
function columnFor(rules: ClockRules, input: ClockInput): { column: Column | undefined; note: string | null } {
  const { columns, unlisted } = rules.limits;
  const byId = (id: string) => columns.find((column) => column.id === id);
  if (input.urgent === "一般") return { column: columns.at(-1), note: null };
  const gap = unlisted.find((entry) => entry.urgentClass === input.urgentClass);
  if (!gap) {
    const named = columns.find((column) => column.urgentClasses.includes(input.urgentClass ?? ""));
    return { column: named ?? columns[0], note: null };
  }
  const strict = input.livesAtRisk === true || rules.settings.epidemicColumn === "incident";
  return { column: byId(strict ? gap.whenLivesAtRisk : gap.column), note: gap.note ?? null };
}

/** Whether a figure speaks about this order. A relaxed figure (48 hours, 15 days) replaces the plain one, so it must be asked for. */
function applies(row: Limit, input: ClockInput, column: Column | undefined): boolean {
  const channel = input.direction === "web" ? "网络" : "电话";
  if (row.column !== undefined && row.column !== column?.id) return false;
  if (row.kinds && !(input.kind && row.kinds.includes(input.kind))) return false;
  if (row.channel !== undefined && row.channel !== channel) return false;
  if (row.when === "复杂疑难") return input.complex === true;
  if (row.when === "集中话务") return input.massEvent === true;
  return true;
}

function warningOf(missingYears: readonly number[]): string {
  return missingYears.length > 0 ? `（缺${missingYears.join("、")}年节假日数据，仅按周末计算）` : "";
}

function dueOf(row: Limit, rules: ClockRules, from: string, calendar: WorkCalendar): Due {
  const day = rules.settings.dayUnit === "working" ? "工作日" : "自然日";
  const { at, missingYears } = addTime(from, row.amount, row.unit === "天" ? day : row.unit, calendar);
  const unit = row.unit === "天" ? `（按${day}）` : "";
  return { due: at, clause: row.clause, limit: row.words + unit + warningOf(missingYears) };
}

/** The due time of a rule by the clock on the wall, or null when the call came in outside its window. */
function dueOfDayRule(rule: DayRule, startedAt: string, calendar: WorkCalendar): Due | null {
  const time = shanghaiTime(startedAt).slice(0, 5);
  const { receivedFrom: from, receivedBefore: before } = rule;
  const inWindow = from < before ? from <= time && time < before : time >= from || time < before;
  if (!inWindow) return null;
  const today = shanghaiDate(startedAt);
  const date = time < rule.dueAt ? today : shiftDate(today, 1);
  if (!rule.workdaysOnly) return { due: atShanghai(date, rule.dueAt), clause: rule.clause, limit: rule.words };
  const eve = atShanghai(shiftDate(date, -1), rule.dueAt);
  const { at, missingYears } = addWorkdays(eve, 1, calendar);
  return { due: at, clause: rule.clause, limit: rule.words + warningOf(missingYears) };
}

/** The rows of the variant that the city chose for the stage (X2, X4, X5), or those of the pack itself where it has no such rows. */
function chosenRows(rules: ClockRules, stage: string): { limits: Limit[]; dayRules: DayRule[] } {
  const { dispatchRule, signRule, feedbackLimits } = rules.settings;
  const choices: Record<string, string> = { 派发: dispatchRule, 签收: signRule, 反馈: feedbackLimits };
  const limits = rules.limits.limits.filter((row) => row.stage === stage);
  const dayRules = rules.limits.dayRules.filter((rule) => rule.stage === stage);
  const of = (variant: string | undefined) => ({
    limits: limits.filter((row) => row.variant === variant),
    dayRules: dayRules.filter((rule) => rule.variant === variant),
  });
  if (choices[stage] === "none") return { limits: [], dayRules: [] };
  const own = of(choices[stage]);
  return own.limits.length + own.dayRules.length > 0 ? own : of(undefined);
}

/** The strictest of the rules that apply to one stage, or null where the pack sets no limit for it. */
function stageDue(rules: ClockRules, input: ClockInput, stage: string, from: string): Due | null {
  const { column, note } = columnFor(rules, input);
  const { calendar } = rules;
  const chosen = chosenRows(rules, stage);
  const rows = chosen.limits.filter((row) => applies(row, input, column));
  const relaxed = rows.filter((row) => row.when !== undefined);
  const dues = [
    ...(relaxed.length > 0 ? relaxed : rows).map((row) => dueOf(row, rules, from, calendar)),
    ...chosen.dayRules.flatMap((rule) => dueOfDayRule(rule, from, calendar) ?? []),
  ].sort((a, b) => instantMs(a.due) - instantMs(b.due));
  const first = dues[0];
  if (!first) return null;
  return note ? { ...first, limit: `${first.limit}（${note}）` } : first;
}

/**
 * When an order that is not dispatched yet is taken to be dispatched: now, while that is still in time;
 * for calls of the past (a batch), or with no `now`, at their start, which is the strict reading and gives the same answer every time.
 */
function assumedDispatch(input: ClockInput, dispatchDue: Due | null): string {
  if (input.now === undefined || dispatchDue === null) return input.startedAt;
  const nowMs = instantMs(input.now);
  const open = instantMs(input.startedAt) <= nowMs && nowMs <= instantMs(dispatchDue.due);
  return open ? input.now : input.startedAt;
}

/**
 * The clocks of an order (requirements section 6): 受理 (web only) and 派发 from the start of the call, 签收 and 反馈 from
 * dispatch, `assumed` while that has not happened. Where several rules apply the strictest counts and is the one named.
 * Throws RangeError on text that is no instant.
 */
export function clocksFor(rules: ClockRules, input: ClockInput): OrderClock[] {
  const start = shiftInstant(input.startedAt, 0);
  const dispatch = stageDue(rules, input, "派发", start);
  const from = shiftInstant(input.dispatchedAt ?? assumedDispatch(input, dispatch), 0);
  const accept = input.direction === "web" ? stageDue(rules, input, "受理", start) : null;
  const assumed = input.dispatchedAt ? {} : { assumed: true };
  const sign = stageDue(rules, input, "签收", from);
  const feedback = stageDue(rules, input, "反馈", from);
  return [
    ...(accept ? [{ stage: "受理", ...accept }] : []),
    ...(dispatch ? [{ stage: "派发", ...dispatch }] : []),
    ...(sign ? [{ stage: "签收", ...sign, ...assumed }] : []),
    ...(feedback ? [{ stage: "反馈", ...feedback, ...assumed }] : []),
  ];
}
