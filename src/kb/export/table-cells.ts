import { toCell } from "../../platform/spreadsheet-cell.ts";
import { articleIdHead, fields, heads } from "../import/read/columns.ts";
import type { ExportedArticle } from "./article-rows.ts";

/** A workbook refuses longer cells; one place is kept for the guard. */
export const mostCellChars = 32_000;

const stateWords: Record<ExportedArticle["state"], string> = {
  draft: "起草中",
  checking: "待审核",
  approved: "已审核，待发布",
  published: "已发布",
  retired: "已下架",
};

/** The heads of a table of articles; a body that is longer than a cell goes on in further columns. */
export const tableHeads = (bodyCells: number): string[] => [
  articleIdHead,
  ...fields.map((field) => heads[field]),
  "状态",
  ...Array.from({ length: bodyCells - 1 }, (_, at) => `${heads.body}（续${at + 1}）`),
];

/** An article as a row under `tableHeads`, no cell of which a spreadsheet would run. The state is for reading only. */
export function tableCells(article: ExportedArticle, bodyCells: number): string[] {
  const [body = "", ...more] = bodyCells > 1 ? pieces(article.body) : [article.body];
  const cells = fields.map((field) => (field === "body" ? body : cellOf(article[field])));
  const rest = Array.from({ length: bodyCells - 1 }, (_, at) => more[at] ?? "");
  return [article.articleId, ...cells, stateWords[article.state], ...rest].map(toCell);
}

const cellOf = (value: string | boolean | null): string => {
  if (typeof value === "boolean") return value ? "是" : "";
  return (value ?? "").replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})\+08:00$/, "$1 $2");
};

/** Never within a pair of surrogates. */
function pieces(body: string): string[] {
  const found: string[] = [];
  for (let from = 0; from < body.length; ) {
    let to = Math.min(body.length, from + mostCellChars);
    if (/[\uD800-\uDBFF]/.test(body[to - 1] ?? "")) to -= 1;
    found.push(body.slice(from, to));
    from = to;
  }
  return found;
}
