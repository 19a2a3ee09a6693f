import { stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { parse } from "yaml";
import { AppError } from "../../../platform/errors.ts";
import { articleOf, type Fields } from "./article-of.ts";
import { articleIdHead, type Field, fields, heads } from "./columns.ts";
import type { Item, Reading, SourceFile } from "./reading.ts";
import { decoded, encodingOf } from "./text-encoding.ts";

/** A text this long is no single file of articles; tables are streamed. */
const largestBytes = 20 * 1024 * 1024;

const frontMatter = /^---\n([\s\S]*?)\n---(?:\n|$)/;
const topHeading = /^#\s+(.+)$/;
/** Headings that divide one document rather than name several. */
const chapter = /^(第[零〇一二三四五六七八九十百千\d]{1,6}[编章节条部]|总则$|附则$|附件|[一二三四五六七八九十]{1,3}、)/;

/** The articles of a Markdown or plain text file. */
export async function* markdownArticles(file: SourceFile, reading: Reading): AsyncGenerator<Item> {
  yield* cutMarkdown(await wholeText(file, reading), file.name);
}

/** All of a text file. Throws AppError `unreadable` past 20 MB. */
export async function wholeText(file: SourceFile, reading: Reading): Promise<string> {
  if ((await stat(file.path)).size > largestBytes) throw new AppError("unreadable", "文档超过 20 MB，请拆分后再导入");
  const encoding = reading.encoding ?? (await encodingOf(file.path));
  reading.encodingFound ??= encoding;
  let text = "";
  for await (const piece of decoded(file.path, encoding)) text += piece;
  return text;
}

/**
 * One article for each heading of the first level; the whole as one where there is none, where the headings are the chapters of one
 * document, or where the YAML between `---` on top names it. That YAML holds fields for all. Without a title the file's name is one.
 */
export function* cutMarkdown(source: string, name: string, title: string | null = null): Generator<Item> {
  const text = source.replaceAll("\r\n", "\n");
  const top = frontMatter.exec(text);
  const shared = top ? fieldsOf(top[1] ?? "") : {};
  const at = (line: number) => ({ file: name, sheet: null, line });
  if (!shared) return yield { fault: { ...at(1), message: "开头的 YAML 有误" } };
  const above = top ? top[0].split("\n").length - 1 : 0;
  const lines = text.slice(top?.[0].length ?? 0).split("\n");
  const { articleId, ...given } = shared;
  const id = typeof articleId === "string" ? articleId : null;
  const starts = headingsOf(lines);
  const titleOfAll = given.title ?? nameOfWhole(lines, starts, title ?? nameWithout(name));
  if (titleOfAll !== null) {
    const body = bodyOf(given.title === undefined ? withoutTitle(lines, starts, String(titleOfAll)) : lines);
    if (!body) return yield { fault: { ...at(above + 1), message: "文件里没有正文" } };
    return yield articleOf(at(above + 1), { ...given, title: titleOfAll, body }, id);
  }
  if (bodyOf(lines.slice(0, starts[0])))
    yield { fault: { ...at(above + 1), message: "第一个一级标题之前的文字没有标题，未导入" } };
  for (const [index, start] of starts.entries()) {
    const heading = topHeading.exec(lines[start] ?? "")?.[1]?.trim();
    yield articleOf(at(above + start + 1), {
      ...given,
      title: heading,
      body: bodyOf(lines.slice(start + 1, starts[index + 1])),
    });
  }
}

const bodyOf = (lines: readonly string[]): string => lines.join("\n").trim();
const nameWithout = (name: string): string => basename(name, extname(name));

/** Lines with a heading of the first level; what looks like one within a fence is none. */
function headingsOf(lines: readonly string[]): number[] {
  let isFenced = false;
  return lines.flatMap((line, at) => {
    if (/^\s*(```|~~~)/.test(line)) isFenced = !isFenced;
    return !isFenced && topHeading.test(line) ? [at] : [];
  });
}

/** The title when the file is one article, else null. A first heading with nothing under it is the title over all the others. */
function nameOfWhole(lines: readonly string[], starts: readonly number[], fallback: string): string | null {
  const titles = starts.map((start) => topHeading.exec(lines[start] ?? "")?.[1]?.trim() ?? "");
  const [first, ...rest] = titles;
  if (first === undefined) return fallback;
  if (rest.length && !bodyOf(lines.slice((starts[0] ?? 0) + 1, starts[1])) && !bodyOf(lines.slice(0, starts[0])))
    return first;
  return titles.every((title) => chapter.test(title)) ? fallback : null;
}

const withoutTitle = (lines: readonly string[], starts: readonly number[], title: string): readonly string[] =>
  starts[0] !== undefined && topHeading.exec(lines[starts[0]] ?? "")?.[1]?.trim() === title
    ? lines.slice(starts[0] + 1)
    : lines;

/** Fields by our names, English or Chinese; null for YAML that is none. */
function fieldsOf(yaml: string): (Fields & { articleId?: unknown }) | null {
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 0 });
    if (value === null || value === undefined) return {};
    if (typeof value !== "object" || Array.isArray(value)) return null;
    const given = new Map<string, unknown>(Object.entries(value));
    const found: Fields = {};
    for (const field of fields) {
      const inYaml = given.get(field) ?? given.get(heads[field]) ?? (field === "externalId" ? given.get("id") : null);
      if (inYaml !== null && inYaml !== undefined) found[field satisfies Field] = inYaml;
    }
    return { ...found, articleId: given.get("articleId") ?? given.get(articleIdHead) };
  } catch {
    return null;
  }
}
