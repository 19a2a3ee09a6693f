import { parse as parseCsv } from "csv-parse/sync";
import { parse } from "yaml";
import { explain, issuesInWords } from "../platform/explain.ts";
import { ArticleInput } from "./schema.ts";

export type ArticleFormat = "csv" | "jsonl" | "md";

/** Which column or key holds which field, as in `--title title --body reply --id msg_id`. */
export type ArticleColumns = { title?: string | undefined; body?: string | undefined; id?: string | undefined };

/** `line` counts from 1 in the file. */
export type ArticleFault = { line: number; message: string };
export type ParsedArticles = { articles: ArticleInput[]; faults: ArticleFault[] };

type Found = { line: number; fields: unknown };

/**
 * Reads articles from a file's text. A bad one is told with its line and does not stop the others.
 * `csv`: names of the columns on top. `jsonl`: one object a line. `md`: one article for each heading of the first level,
 * YAML between `---` on top holds fields for all.
 */
export function parseArticles(text: string, format: ArticleFormat, columns: ArticleColumns = {}): ParsedArticles {
  const source = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const parsed: ParsedArticles = { articles: [], faults: [] };
  const { read, fault } = readers[format];
  for (const { line, fields } of read(source, columns)) {
    if (typeof fields !== "object" || fields === null) {
      parsed.faults.push({ line, message: fault });
      continue;
    }
    const result = ArticleInput.safeParse(fields, { error: explain });
    if (result.success) parsed.articles.push(result.data);
    else parsed.faults.push({ line, message: issuesInWords(result.error) });
  }
  return parsed;
}

type Reader = { read: (text: string, columns: ArticleColumns) => Found[]; fault: string };

const readers: Record<ArticleFormat, Reader> = {
  csv: { read: fromCsv, fault: "这一行的列数或引号有误" },
  jsonl: { read: fromJsonLines, fault: "不是一个 JSON 对象" },
  md: { read: fromMarkdown, fault: "没有一级标题，或开头的 YAML 有误" },
};

/** A broken file gives what stands before the break, and the break. */
function fromCsv(text: string, columns: ArticleColumns): Found[] {
  const found: Found[] = [];
  const keep = (row: unknown, { lines }: { lines: number }) => {
    found.push({ line: lines, fields: renamed(emptyAsAbsent(row), columns) });
    return row;
  };
  try {
    parseCsv(text, { columns: true, on_record: keep, skip_empty_lines: true, relax_column_count_less: true });
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : 1;
    found.push({ line, fields: null });
  }
  return found;
}

const emptyAsAbsent = (row: unknown): unknown =>
  typeof row === "object" && row !== null
    ? Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ""))
    : row;

function fromJsonLines(text: string, columns: ArticleColumns): Found[] {
  const lines = text.split("\n").map((words, at) => ({ words, line: at + 1 }));
  return lines
    .filter(({ words }) => words.trim())
    .map(({ words, line }) => ({ line, fields: renamed(jsonOrNull(words), columns) }));
}

function renamed(row: unknown, columns: ArticleColumns): unknown {
  if (typeof row !== "object" || row === null) return row;
  const value = (name: string) => Object.getOwnPropertyDescriptor(row, name)?.value;
  const externalId = columns.id ? value(columns.id) : (value("externalId") ?? value("id"));
  return {
    ...row,
    title: value(columns.title ?? "title"),
    body: value(columns.body ?? "body"),
    externalId: typeof externalId === "number" ? String(externalId) : externalId,
  };
}

const frontMatter = /^---\n([\s\S]*?)\n---(?:\n|$)/;

function fromMarkdown(text: string): Found[] {
  const top = frontMatter.exec(text);
  const shared: unknown = top ? parsedOrNull(top[1] ?? "") : {};
  const above = top ? top[0].split("\n").length - 1 : 0;
  const found: Found[] = [];
  const lines = text.slice(top?.[0].length ?? 0).split("\n");
  const starts = lines.flatMap((line, at) => (/^#\s/.test(line) ? [at] : []));
  starts.forEach((start, at) => {
    const title = lines[start]?.replace(/^#\s+/, "").trim();
    const body = lines
      .slice(start + 1, starts[at + 1])
      .join("\n")
      .trim();
    const fields = typeof shared === "object" && shared !== null ? { ...shared, title, body } : null;
    found.push({ line: above + start + 1, fields });
  });
  return found.length ? found : [{ line: 1, fields: null }];
}

function parsedOrNull(yaml: string): unknown {
  try {
    return parse(yaml);
  } catch {
    return null;
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
