import { PassThrough, type Readable } from "node:stream";
import type { ExportedArticle } from "./article-rows.ts";
import { mostCellChars, tableCells, tableHeads } from "./table-cells.ts";

/** Articles as a workbook of one sheet, row by row. `longestBody` is in characters. */
export async function xlsxOf(articles: AsyncIterable<ExportedArticle>, longestBody: number): Promise<Readable> {
  const { default: exceljs } = await import("exceljs");
  const stream = new PassThrough();
  // The database counts characters, a cell counts UTF-16 units.
  const bodyCells = longestBody < mostCellChars / 2 ? 1 : Math.ceil((longestBody * 2) / (mostCellChars - 1));
  const write = async () => {
    const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: false });
    const sheet = workbook.addWorksheet("知识", { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.addRow(tableHeads(bodyCells)).commit();
    for await (const article of articles) {
      sheet.addRow(tableCells(article, bodyCells)).commit();
      if (stream.writableNeedDrain) await new Promise((resolve) => stream.once("drain", resolve));
    }
    sheet.commit();
    await workbook.commit();
  };
  write().catch((error: Error) => stream.destroy(error));
  return stream;
}
