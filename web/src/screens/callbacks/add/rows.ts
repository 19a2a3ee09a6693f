import { fromLocal } from "../../../parts/moments.ts";
import type { NewCase } from "../../../types-callbacks.ts";

export type ReadRow = { line: number; row: NewCase } | { line: number; fault: string };

type Text =
  | "orderId"
  | "completedAt"
  | "title"
  | "contact"
  | "callerName"
  | "kind"
  | "agency"
  | "street"
  | "item"
  | "content";
type Tick = "confidential" | "refusesCallback";

/** Names of columns as offices write them. */
const texts: Record<Text, readonly string[]> = {
  orderId: ["工单编号", "编号", "工单号", "受理编号"],
  completedAt: ["办结时间", "完成时间", "办结日期"],
  title: ["标题", "工单标题"],
  contact: ["电话", "联系电话", "联系方式"],
  callerName: ["来电人", "姓名", "来电人姓名"],
  kind: ["类型", "诉求类型"],
  agency: ["承办单位", "主办单位"],
  street: ["街道", "街道乡镇"],
  item: ["事项", "诉求事项"],
  content: ["内容", "诉求内容", "主要内容"],
};
const ticks: Record<Tick, readonly string[]> = {
  confidential: ["保密", "是否保密"],
  refusesCallback: ["不接受回访", "拒绝回访"],
};

const yes = new Set(["是", "1", "true", "√", "✓", "Y", "y"]);

/** The column names that a pasted table begins with. */
export const headWords = Object.values(texts)
  .map(([first]) => first)
  .concat(Object.values(ticks).map(([first]) => first));

type RawRow = { cells: string[]; raw: string };

/** Cells of a table in text: tabs if the first line has one, else commas; a cell in quotes may hold either, and line breaks. */
export const cellsIn = (text: string): string[][] => rawRowsIn(text).map(({ cells }) => cells);

/** The head of a pasted table and those of its rows as they were pasted, to be put right and added again; empty without rows. */
export function textOf(text: string, lines: ReadonlySet<number>): string {
  const rows = rawRowsIn(text).filter((_, index) => index === 0 || lines.has(index + 1));
  return rows.length > 1 ? rows.map(({ raw }) => raw).join("\n") : "";
}

function rawRowsIn(text: string): RawRow[] {
  const separator = (text.split("\n")[0] ?? "").includes("\t") ? "\t" : ",";
  const rows: RawRow[] = [{ cells: [], raw: "" }];
  let cell = "";
  let start = 0;
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.cells.push(cell.trim());
    cell = "";
  };
  const endRow = (at: number) => {
    endCell();
    const row = rows.at(-1);
    if (row) row.raw = text.slice(start, at).replace(/\r$/u, "");
    start = at + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? "";
    if (isQuoted && letter === '"' && text[at + 1] === '"') cell += text[++at];
    else if (letter === '"' && (isQuoted || cell.trim() === "")) isQuoted = !isQuoted;
    else if (!isQuoted && (letter === separator || (separator === "," && letter === "，" && rows.length === 1)))
      endCell();
    else if (!isQuoted && letter === "\n") {
      endRow(at);
      rows.push({ cells: [], raw: "" });
    } else if (letter !== "\r") cell += letter;
  }
  endRow(text.length);
  return rows.filter(({ cells }) => cells.some(Boolean));
}

/** `2026-11-20 9:05`, `2026/11/20` and the like as an ISO instant of the city; null when it is none. A day alone means its end of work. */
export function momentIn(words: string): string | null {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2})[:：](\d{2})(?:[:：]\d{2})?)?$/u.exec(
    words.trim(),
  );
  if (!found) return null;
  const [, year = "", month = "", day = "", hour = "18", minute = "00"] = found;
  const two = (digits: string) => digits.padStart(2, "0");
  const local = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}`;
  const iso = fromLocal(local);
  // 31 February would slide into March.
  return iso && new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16) === local ? iso : null;
}

/** The rows of a pasted table as new cases, or what is wrong with each. The first line names the columns. */
export function rowsIn(text: string): ReadRow[] {
  const [head, ...rest] = cellsIn(text);
  if (!head) return [];
  const columnOf = (names: readonly string[]) => head.findIndex((name) => names.includes(name));
  if (columnOf(texts.orderId) < 0)
    return [{ line: 1, fault: `第一行要写列名，至少有“${texts.orderId[0]}”和“${texts.completedAt[0]}”` }];
  return rest.map((cells, index) => rowIn((names) => cells[columnOf(names)] ?? "", index + 2));
}

function rowIn(cell: (names: readonly string[]) => string, line: number): ReadRow {
  const orderId = cell(texts.orderId);
  const completedAt = momentIn(cell(texts.completedAt));
  if (!orderId) return { line, fault: "没有工单编号" };
  if (!completedAt) return { line, fault: `办结时间看不懂：${cell(texts.completedAt) || "空"}，应如 2026-11-20 09:30` };
  const facts = (["title", "contact", "callerName", "kind", "agency", "street", "item", "content"] as const).flatMap(
    (field) => {
      const value = cell(texts[field]);
      return value ? [[field, value] as const] : [];
    },
  );
  const ticked = (["confidential", "refusesCallback"] as const).flatMap((field) =>
    yes.has(cell(ticks[field])) ? [[field, true] as const] : [],
  );
  return { line, row: { orderId, completedAt, ...Object.fromEntries([...facts, ...ticked]) } };
}
