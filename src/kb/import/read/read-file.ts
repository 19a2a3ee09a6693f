import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../../platform/errors.ts";
import { csvArticles } from "./csv-articles.ts";
import { type FileKind, kindOf } from "./file-kind.ts";
import { jsonArticles } from "./json-articles.ts";
import { markdownArticles } from "./markdown-articles.ts";
import type { Item, Reading, SourceFile } from "./reading.ts";
import { partsOf, type ZipPart } from "./zip-parts.ts";

/** An archive in an archive is ordinary, one more is not. */
const mostDepth = 2;

/** What systems put into archives beside the files. */
const isLitter = (name: string) => /(^|\/)(__MACOSX|\.[^/]*|Thumbs\.db|desktop\.ini|~\$[^/]*)(\/|$)/i.test(name);

/**
 * Every article in a file of any kind, and everything in it that was not understood, in the file's order.
 * Throws AppError `unreadable` or `too_large`, with the reason for people, when the file as a whole is refused.
 */
export async function* readFileArticles(file: SourceFile, kind: FileKind, reading: Reading): AsyncGenerator<Item> {
  try {
    yield* readers[kind.format](file, reading, kind.hasMacros);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // A library's own words mean nothing to people.
    throw new AppError("unreadable", "文件内容读不出来，可能已损坏", { cause: error });
  }
}

type Reader = (file: SourceFile, reading: Reading, hasMacros: boolean) => AsyncGenerator<Item>;

const readers: Record<FileKind["format"], Reader> = {
  csv: csvArticles,
  jsonl: jsonArticles,
  md: markdownArticles,
  html: later(async () => (await import("./html-articles.ts")).htmlArticles),
  docx: later(async () => (await import("./docx-articles.ts")).docxArticles),
  xlsx: later(async () => (await import("./xlsx-articles.ts")).xlsxArticles),
  zip: (file, reading) => zipArticles(file, reading, 1),
};

/** The libraries of office files and pages are large, and most files are tables. */
function later(load: () => Promise<Reader>): Reader {
  return async function* read(file, reading, hasMacros) {
    yield* (await load())(file, reading, hasMacros);
  };
}

/** A part that cannot be read is told and does not stop the others; a bomb stops all. */
async function* zipArticles(file: SourceFile, reading: Reading, depth: number): AsyncGenerator<Item> {
  for await (const part of partsOf(file.path, reading.budget)) {
    if (isLitter(part.name)) continue;
    const name = depth > 1 ? `${file.name}/${part.name}` : part.name;
    try {
      yield* partArticles(part, name, reading, depth);
    } catch (error) {
      if (!(error instanceof AppError) || error.fault !== "unreadable") throw error;
      yield { fault: { file: name, sheet: null, line: null, message: error.message } };
    }
  }
}

async function* partArticles(part: ZipPart, name: string, reading: Reading, depth: number): AsyncGenerator<Item> {
  if (part.isEncrypted) throw new AppError("unreadable", "压缩包内的文件有密码保护，请先取消密码再导入");
  const path = join(reading.folder, randomUUID());
  try {
    await part.save(path);
    const file = { name, path };
    const kind = await kindOf(file, reading.budget);
    if (kind.format !== "zip") yield* readFileArticles(file, kind, reading);
    else if (depth < mostDepth) yield* zipArticles(file, reading, depth + 1);
    else throw new AppError("too_large", `压缩包嵌套超过 ${mostDepth} 层，已拒绝`);
  } finally {
    await rm(path, { force: true });
  }
}
