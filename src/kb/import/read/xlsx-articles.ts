import exceljs, { type Cell, type CellValue, type Worksheet } from "exceljs";
import { measureOffice } from "./office.ts";
import type { Item, Reading, SourceFile } from "./reading.ts";
import { articlesOfRows, type Line, rowsUnderHead } from "./table-articles.ts";

const mostXmlBytes = 128 * 1024 * 1024;
const mostColumns = 200;
/** Says nothing of the words, and may be given for a million cells. */
const ignored = [
  "dataValidations",
  "conditionalFormatting",
  "mergeCells",
  "hyperlinks",
  "drawing",
  "picture",
  "extLst",
];

/** The articles of a workbook, sheet by sheet. A formula counts as the result that was saved with it, and is never run. */
export async function* xlsxArticles(file: SourceFile, reading: Reading, hasMacros: boolean): AsyncGenerator<Item> {
  await measureOffice(file.path, reading.budget, mostXmlBytes);
  if (hasMacros) reading.notes.add(`${file.name}：工作簿含宏，宏未导入，只取单元格文字`);
  const workbook = new exceljs.Workbook();
  const options = { ignoreNodes: ignored } as Parameters<typeof workbook.xlsx.readFile>[1];
  await workbook.xlsx.readFile(file.path, options);
  for (const sheet of workbook.worksheets) {
    if (sheet.state !== "visible") reading.notes.add(`${file.name}：隐藏的工作表“${sheet.name}”未导入`);
    else yield* articlesOfRows(rowsUnderHead(linesOf(sheet, file, reading)), reading, `${file.name} · ${sheet.name}`);
  }
}

async function* linesOf(sheet: Worksheet, file: SourceFile, reading: Reading): AsyncGenerator<Line> {
  const last = sheet.rowCount;
  for (let number = 1; number <= last; number++) {
    const row = sheet.findRow(number);
    if (!row) continue;
    const values: string[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > mostColumns) return;
      while (values.length < column) values.push("");
      values[column - 1] = wordsOf(cell, reading, file);
    });
    if (values.some(Boolean)) yield { where: { file: file.name, sheet: sheet.name, line: number }, values };
  }
}

function wordsOf(cell: Cell, reading: Reading, file: SourceFile): string {
  const { value } = cell;
  if (typeof value === "object" && value !== null && ("formula" in value || "sharedFormula" in value)) {
    reading.notes.add(`${file.name}：公式按保存时的结果作文字导入，不运行`);
    return plain(value.result, cell.numFmt);
  }
  return plain(value, cell.numFmt);
}

function plain(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : dateOf(value);
  if (typeof value === "number" && format?.includes("%")) return `${Number((value * 100).toFixed(6))}%`;
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map(({ text }) => text ?? "").join("");
  if ("text" in value) return plain(value.text as CellValue, format);
  return "";
}

/** Workbooks keep days and hours without a zone, as if they were of Greenwich. */
function dateOf(value: Date): string {
  const [day = "", time = ""] = value.toISOString().slice(0, 19).split("T");
  return time === "00:00:00" ? day : `${day} ${time}`;
}
