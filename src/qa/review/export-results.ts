import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { toCell } from "../../platform/spreadsheet-cell.ts";
import type { MonthResult, ReadResults } from "../schema-results.ts";
import { readResults } from "./read-results.ts";

const cellOf = (value: string | number | null) => (typeof value === "string" ? toCell(value) : value);

type Column = { header: string; width: number; value: (row: MonthResult) => string | number | null };

const counts: Column[] = [
  { header: "申诉", width: 8, value: (row) => row.appeals },
  { header: "申诉成立", width: 10, value: (row) => row.upheld },
];

const people: Column[] = [
  { header: "录音数", width: 10, value: (row) => row.recordings },
  { header: "平均分", width: 10, value: (row) => row.meanScore },
  { header: "录音质检得分（40分）", width: 20, value: (row) => row.band },
  { header: "扣分项次", width: 10, value: (row) => row.deductions },
  {
    header: "主要扣分项",
    width: 60,
    value: (row) => row.topItems.map(({ item, count }) => `${item} ${count}`).join("；"),
  },
  ...counts,
];

const sheets: [title: string, by: ReadResults["by"], columns: Column[]][] = [
  [
    "按坐席",
    "agent",
    [
      { header: "工号", width: 12, value: (row) => row.key },
      { header: "姓名", width: 12, value: (row) => row.name },
      { header: "班组", width: 14, value: (row) => row.team },
      ...people,
    ],
  ],
  ["按班组", "team", [{ header: "班组", width: 14, value: (row) => row.key }, ...people]],
  [
    "按考评项",
    "item",
    [
      { header: "考评项", width: 32, value: (row) => row.key },
      { header: "扣分录音数", width: 12, value: (row) => row.recordings },
      ...counts,
    ],
  ],
];

/** A month's results as a workbook of three sheets. No cell can run as a formula. */
export async function exportResults(ctx: Ctx, query: Omit<ReadResults, "by">): Promise<Uint8Array> {
  authorize(ctx.actor, "score.review");
  // Takes a second to load, and few ask for it.
  const { default: ExcelJS } = await import("exceljs");
  const book = new ExcelJS.Workbook();
  book.created = ctx.now();
  for (const [title, by, columns] of sheets) {
    const { rows } = await readResults(ctx, { ...query, by });
    const sheet = book.addWorksheet(title, { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = columns.map(({ header, width }) => ({ header, width }));
    sheet.getRow(1).font = { bold: true };
    for (const row of rows) sheet.addRow(columns.map(({ value }) => cellOf(value(row))));
  }
  await ctx.inTransaction(async (tx) => record(tx, ctx, "qa.export", query.month, { basis: query.basis }));
  return new Uint8Array(await book.xlsx.writeBuffer());
}
