import { fromCell } from "../../../platform/spreadsheet-cell.ts";
import { articleOf, withoutMisfits } from "./article-of.ts";
import { articleIdHead, type Field, fields, heads, isKnownHead, mapColumns } from "./columns.ts";
import { momentOf } from "./moments.ts";
import type { Item, Reading, Where } from "./reading.ts";

/** A row whose cells have names; empty cells are not there. */
export type Row = { where: Where; cells: ReadonlyMap<string, unknown> };
/** A row of a table before its head is known. */
export type Line = { where: Where; values: readonly unknown[] };

const sampleRows = 50;
const headWithin = 10;

/**
 * Articles out of rows: the columns are matched with the fields by the first rows, the rest follows as it comes.
 * Adds to the reading which columns there are and which hold what.
 */
export async function* articlesOfRows(
  rows: AsyncIterable<Row | Item>,
  reading: Reading,
  file: string,
): AsyncGenerator<Item> {
  const waiting: (Row | Item)[] = [];
  let convert: ((row: Row) => Item) | null = null;
  for await (const row of rows) {
    if (convert) yield "cells" in row ? convert(row) : row;
    else if (waiting.push(row) >= sampleRows) {
      convert = converter(waiting, reading, file);
      for (const first of waiting.splice(0)) yield "cells" in first ? convert(first) : first;
    }
  }
  if (!waiting.length) return;
  convert = converter(waiting, reading, file);
  for (const row of waiting) yield "cells" in row ? convert(row) : row;
}

function converter(first: readonly (Row | Item)[], reading: Reading, file: string): (row: Row) => Item {
  const sample = first.flatMap((row) => ("cells" in row ? [row.cells] : []));
  const columns = [...new Set(sample.flatMap((cells) => [...cells.keys()]))];
  const mapping = mapColumns(columns, sample, reading.mapping, reading.isGuessing);
  for (const column of columns) reading.columns.add(column);
  Object.assign(reading.mappingUsed, mapping);
  const missing = (["title", "body"] as const).filter((field) => sample.length && mapping[field] === undefined);
  if (missing.length) {
    const names = missing.map((field) => heads[field]).join("和");
    reading.notes.add(`${file}：没有认出${names}列，请指定由哪一列作${names}`);
  }
  const guessed = new Set(fields.filter((field) => isGuess(field, mapping[field], reading)));
  return (row) => {
    const found: Partial<Record<Field, unknown>> = {};
    for (const field of fields) {
      const column = mapping[field];
      const value = column === undefined ? undefined : row.cells.get(column);
      if (value !== undefined)
        found[field] = field === "validUntil" ? momentOf(value, isToTheEnd.test(column ?? "")) : value;
    }
    const articleId = row.cells.get(articleIdHead) ?? row.cells.get("articleId");
    const { kept, misfits } = withoutMisfits(found, guessed);
    for (const field of misfits)
      reading.notes.add(`${file}：“${mapping[field]}”列有的内容不能作${heads[field]}，未导入`);
    return articleOf(row.where, kept, typeof articleId === "string" ? articleId : null);
  };
}

/** A column under another name than ours that nobody named. */
const isGuess = (field: Field, column: string | undefined, { mapping }: Reading): boolean =>
  column !== undefined && typeof mapping[field] !== "string" && ![field, heads[field], "id"].includes(column);

/**
 * Names the cells of a table by its head: the row among the first that has the most names we know, else the first. What stands above the
 * head (a title over the table) is left out. Further columns 正文（续…） of our own exports go to their body.
 */
export async function* rowsUnderHead(lines: AsyncIterable<Line | Item>): AsyncGenerator<Row | Item> {
  let names: string[] | null = null;
  const waiting: (Line | Item)[] = [];
  const flush = function* () {
    const at = headAt(waiting);
    const head = waiting[at];
    if (!head || !("values" in head)) return;
    names = namesOf(head.values);
    for (const [index, line] of waiting.entries()) {
      if (!("values" in line)) yield line;
      else if (index > at) yield named(line, names);
    }
  };
  for await (const line of lines) {
    if (names) yield "values" in line ? named(line, names) : line;
    else if (waiting.push(line) >= headWithin) yield* flush();
  }
  if (!names) yield* flush();
}

function headAt(lines: readonly (Line | Item)[]): number {
  const known = lines.map((line) =>
    "values" in line ? line.values.filter((value) => typeof value === "string" && isKnownHead(value)).length : -1,
  );
  const most = Math.max(...known);
  return most >= 2 ? known.indexOf(most) : lines.findIndex((line) => "values" in line);
}

function namesOf(values: readonly unknown[]): string[] {
  const names: string[] = [];
  for (const [at, value] of values.entries()) {
    const name = String(value ?? "").trim() || `第 ${at + 1} 列`;
    names.push(names.includes(name) ? `${name}（${at + 1}）` : name);
  }
  return names;
}

/** 有效期至 3 月 5 日 holds through that day; 失效日期 names the first day it does not. */
const isToTheEnd = /至|止|结束/;

const continued = /^(.+)（续\d+）$/;

function named({ where, values }: Line, names: readonly string[]): Row | Item {
  const cells = new Map<string, unknown>();
  if (values.slice(names.length).some((value) => value !== "" && value !== undefined && value !== null))
    return { fault: { ...where, message: `这一行有 ${values.length} 列，表头只有 ${names.length} 列` } };
  for (const [at, name] of names.entries()) {
    const cell = values[at];
    const value = typeof cell === "string" ? fromCell(cell) : cell;
    if (value === "" || value === undefined || value === null) continue;
    const base = continued.exec(name)?.[1];
    if (base !== undefined && cells.has(base)) cells.set(base, `${cells.get(base)}${value}`);
    else cells.set(name, value);
  }
  return { where, cells };
}
