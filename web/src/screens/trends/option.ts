import type { Drawn, Series } from "./series.ts";

const colours = ["#1f5f99", "#8a5a00", "#23683c", "#7a4f8f", "#b3261e", "#2f7f86", "#5b6675"];
const pale = "#c3d3e3";
/** Named in full: the drawing measures words by it. */
const fontFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
const ink = "#1d2530";
const line = "#dfe3e8";

const usualFloor = 80;

/** Where the axis of scores begins: at full tens, never so high that a point less looks like a fall. */
const scoreFloor = ({ min }: { min: number }) =>
  Number.isFinite(min) ? Math.max(0, Math.min(usualFloor, Math.floor(min / 10) * 10)) : usualFloor;

/** What ECharts draws: bars stand on the left axis, lines on the right one when they are of another unit. */
export function optionOf({ periods, series }: Drawn, words: (period: string) => string, isStacked: boolean) {
  const hasRight = series.some(({ isRight }) => isRight);
  const isPercent = series.some(({ unit }) => unit === "%");
  const isMixed = hasRight && !isStacked;
  const one = ({ name, kind, values, isRight }: Series, at: number) => ({
    name,
    type: kind,
    data: values,
    yAxisIndex: isRight ? 1 : 0,
    ...(isStacked ? { stack: "all" } : {}),
    barMaxWidth: 28,
    symbolSize: 6,
    connectNulls: false,
    itemStyle: { color: isMixed && kind === "bar" ? pale : colours[at % colours.length] },
  });
  const axis = { type: "value" as const, minInterval: 1, splitLine: { lineStyle: { color: line } } };
  const right = isPercent
    ? { ...axis, min: 0, max: 100, axisLabel: { formatter: "{value}%" }, splitLine: { show: false } }
    : { ...axis, min: scoreFloor, max: 100, splitLine: { show: false } };
  return {
    animation: false,
    textStyle: { fontFamily, color: ink },
    grid: { left: 44, right: hasRight ? 48 : 16, top: 40, bottom: 28 },
    legend: { top: 4, left: 8, itemWidth: 14, itemHeight: 8, itemGap: 18, type: "plain" as const },
    tooltip: { trigger: "axis" as const, confine: true },
    xAxis: { type: "category" as const, data: periods.map(words), axisTick: { show: false } },
    yAxis: hasRight ? [axis, right] : [axis],
    series: series.map(one),
  };
}
