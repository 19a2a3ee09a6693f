import type { SlotType } from "./schema.ts";

const day = /^(\d{4})(?:-|年|\/|\.)(\d{1,2})(?:-|月|\/|\.)(\d{1,2})日?$/;
const monthDay = /^(\d{1,2})月(\d{1,2})日$/;

/** What is wrong with a value for each type, or null; and how it is written in a text. */
const types: Record<SlotType, { fault: string; write: (value: string) => string | null }> = {
  text: { fault: "不能为空", write: (value) => value || null },
  date: { fault: "应为日期，如 2026年3月5日", write: writeDate },
  amount: { fault: "应为金额，如 1200 元", write: writeAmount },
  number: { fault: "应为数字", write: (value) => (/^-?\d+(\.\d+)?$/.test(value) ? value : null) },
  phone: { fault: "应为电话号码", write: writePhone },
  order: { fault: "应为工单号", write: (value) => (/^[A-Za-z0-9][A-Za-z0-9-]{3,39}$/.test(value) ? value : null) },
};

/**
 * A value as it stands in a text of that type: dates as 2026年3月5日, amounts with their unit, the rest as they are.
 * `{ fault }` in words for people when the value does not fit.
 */
export function slotText(type: SlotType, value: string): { text: string } | { fault: string } {
  const text = types[type].write(value.trim());
  return text === null ? { fault: types[type].fault } : { text };
}

function writeDate(value: string): string | null {
  const [, year, month, date] = day.exec(value.split("T")[0] ?? "") ?? [];
  if (year && month && date)
    return isDay(Number(year), Number(month), Number(date)) ? `${year}年${Number(month)}月${Number(date)}日` : null;
  const [, onlyMonth, onlyDate] = monthDay.exec(value) ?? [];
  // A leap year, so that 2月29日 may be.
  const fits = onlyMonth && onlyDate && isDay(2024, Number(onlyMonth), Number(onlyDate));
  return fits ? `${Number(onlyMonth)}月${Number(onlyDate)}日` : null;
}

function isDay(year: number, month: number, date: number): boolean {
  const made = new Date(Date.UTC(year, month - 1, date));
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
}

function writeAmount(value: string): string | null {
  const [, figure, unit = "元"] =
    /^(?:¥|￥)?\s*(\d{1,12}(?:,\d{3})*(?:\.\d{1,4})?)\s*(元|万元|亿元)?$/.exec(value) ?? [];
  return figure ? `${figure.replaceAll(",", "")}${unit}` : null;
}

function writePhone(value: string): string | null {
  const digits = value.replace(/[\s-]/g, "");
  return /^\+?\d{3,15}$/.test(digits) ? digits : null;
}
