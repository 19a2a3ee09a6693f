import type { SlotType } from "../../../types-articles.ts";

export const slotWords: Record<SlotType, string> = {
  text: "文字",
  date: "日期",
  amount: "金额",
  order: "工单号",
  phone: "电话",
  number: "数字",
};

/** A text with a slot put in place of what is selected; `at` is where one goes on typing, just behind it. */
export function withSlot(text: string, start: number, end: number, type: SlotType): { text: string; at: number } {
  const name = text.slice(start, end).replace(/[{}:：\s]/g, "") || slotWords[type];
  const slot = `{{${name}:${type}}}`;
  return { text: text.slice(0, start) + slot + text.slice(end), at: start + slot.length };
}

export type SlotPiece = { text: string; start: number; isSlot: boolean };

/** Cuts a text at its slots; a slot is shown by its name: `{{金额:amount}}` as `金额`. */
export function slotPieces(text: string): SlotPiece[] {
  const pieces: SlotPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(/\{\{\s*([^{}:：]+?)\s*(?:[:：]\s*\w+\s*)?\}\}/g)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), start: from, isSlot: false });
    pieces.push({ text: match[1] ?? "", start: match.index, isSlot: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), start: from, isSlot: false });
  return pieces;
}
