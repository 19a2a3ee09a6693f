import { chineseNumber } from "../../platform/text/index.ts";

/** A figure in an article: the words just so, where they begin, its value and unit. */
export type Figure = { text: string; start: number; value: string; unit: string; isTerm: boolean };

const digits = "\\d[\\d,，]*(?:\\.\\d+)?";
const han = "[零〇一二两三四五六七八九十百千万]+(?:点[零〇一二三四五六七八九]+)?";
/** How long, until when, from which age on. */
const terms = "个工作日 工作日 个自然日 自然日 个月 周岁 日内 天 小时 分钟 年 月 日 号 岁 时 点".split(" ");
const amounts =
  "万元 亿元 元 角 分 ％ % 个百分点 倍 折 平方米 平米 ㎡ 立方米 公里 千米 米 公斤 千克 吨 度 千瓦时 级 次 份 张 人 名 户 套 间 辆 台 寸 枚 楼 层 个 项 类 档";
const units = [...terms, ...amounts.split(" ")].sort((a, b) => b.length - a.length);
const pattern = new RegExp(`百分之(${han}|${digits})|(${digits}|${han})\\s*(${units.join("|")})|(${digits})`, "gu");
const termUnits = new Set(terms);

const figureValue = (words: string): string => {
  const plain = words.replace(/[,，]/g, "");
  const [whole = "", part] = plain.split("点");
  const value = chineseNumber(whole);
  if (value === null) return plain;
  return part ? `${value}.${[...part].map((char) => chineseNumber(char) ?? char).join("")}` : String(value);
};

/**
 * Figures of a text with their units, in order: 三十日, 20 元, 百分之五, a bare number. The same figure in other writing has the
 * same value: 三十 and 30.
 */
export function figuresOf(text: string): Figure[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [words, percent, number, unit, lone] = match;
    const isPercent = percent !== undefined;
    return {
      text: words,
      start: match.index,
      value: figureValue(percent ?? number ?? lone ?? ""),
      unit: isPercent ? "%" : (unit ?? "").replace("％", "%").replace(/^(?:个)?(?=工作日|自然日)/u, ""),
      isTerm: unit !== undefined && termUnits.has(unit),
    };
  });
}

/** Figures as they are compared. */
export const figureKeys = (text: string): string[] =>
  figuresOf(text)
    .map(({ value, unit }) => value + unit)
    .sort();
