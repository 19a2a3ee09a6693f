import type { RatePoint, TrendPoint } from "../../types-callbacks.ts";

export type Series = { name: string; kind: "bar" | "line"; values: (number | null)[]; isRight?: boolean; unit?: "%" };
export type Drawn = { periods: string[]; series: Series[] };

/** A value of each period; null where nothing stands. */
const over = <Point extends { at: string }>(
  periods: readonly string[],
  points: readonly Point[],
  value: (point: Point) => number | null,
): (number | null)[] => {
  const at = new Map(points.map((point) => [point.at, point]));
  return periods.map((period) => {
    const point = at.get(period);
    return point === undefined ? null : value(point);
  });
};

/** Calls and their mean score. */
export const scoreSeries = (periods: string[], points: readonly TrendPoint[]): Drawn => ({
  periods,
  series: [
    { name: "通话", kind: "bar", values: over(periods, points, ({ recordings }) => recordings).map((n) => n ?? 0) },
    { name: "平均分", kind: "line", values: over(periods, points, ({ meanScore }) => meanScore), isRight: true },
  ],
});

const mostItems = 6;

/** The items that cost points most often, each over time; the rest together, so that the sum is right. */
export function itemSeries(periods: string[], points: readonly TrendPoint[]): Drawn {
  const sums = new Map<string, number>();
  for (const { items } of points)
    for (const [item, n] of Object.entries(items)) sums.set(item, (sums.get(item) ?? 0) + n);
  const ranked = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([item]) => item);
  const [shown, rest] = [ranked.slice(0, mostItems), ranked.slice(mostItems)];
  const counted = (items: readonly string[]) => (point: TrendPoint) =>
    items.reduce((sum, item) => sum + (point.items[item] ?? 0), 0);
  const row = (name: string, items: readonly string[]): Series => ({
    name,
    kind: "bar",
    values: over(periods, points, counted(items)).map((n) => n ?? 0),
  });
  return { periods, series: [...shown.map((item) => row(item, [item])), ...(rest.length ? [row("其他", rest)] : [])] };
}

const percent = (rate: number | null): number | null => (rate === null ? null : Math.round(rate * 1_000) / 10);

/** The three rates of one wording in percent, with how many were recorded. Wordings are never put together. */
export function rateSeries(periods: string[], points: readonly RatePoint[], script: string): Drawn {
  const own = points.filter((point) => point.script === script);
  const line = (name: string, of: (point: RatePoint) => number | null): Series => ({
    name,
    kind: "line",
    values: over(periods, own, (point) => percent(of(point))),
    isRight: true,
    unit: "%",
  });
  return {
    periods,
    series: [
      { name: "记录", kind: "bar", values: over(periods, own, ({ recorded }) => recorded).map((n) => n ?? 0) },
      line("响应率", ({ contacted }) => contacted.rate),
      line("解决率", ({ resolved }) => resolved.rate),
      line("满意率", ({ satisfaction }) => satisfaction.rate),
    ],
  };
}

/** Whether there is anything to draw. */
export const hasAny = ({ series }: Drawn): boolean => series.some(({ values }) => values.some((value) => value));
