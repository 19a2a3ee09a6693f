import type { ExportedArticle } from "./article-rows.ts";
import { tableCells, tableHeads } from "./table-cells.ts";

/** Excel reads a CSV as UTF-8 only with the mark. */
const mark = "\uFEFF";

const lineOf = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;

/** Articles as CSV, line by line. */
export async function* csvOf(articles: AsyncIterable<ExportedArticle>): AsyncGenerator<Buffer> {
  yield Buffer.from(mark + lineOf(tableHeads(1)));
  for await (const article of articles) yield Buffer.from(lineOf(tableCells(article, 1)));
}
