import { open } from "node:fs/promises";
import { extname } from "node:path";
import { AppError } from "../../../platform/errors.ts";
import type { Budget, Format, SourceFile } from "./reading.ts";
import { wideOf } from "./text-encoding.ts";
import { partsOf } from "./zip-parts.ts";

export type FileKind = { format: Format; hasMacros: boolean };

const headBytes = 64 * 1024;
const unreadable = (message: string) => new AppError("unreadable", message);

/** Files that hold no articles we can read, by their first bytes. */
const refused: readonly [starts: string, what: string][] = [
  ["255044462d", "PDF 文件暂不支持，请另存为 DOCX 再导入"],
  ["89504e47", "这是图片，不是文档"],
  ["ffd8ff", "这是图片，不是文档"],
  ["47494638", "这是图片，不是文档"],
  ["377abcaf271c", "7z 压缩包暂不支持，请改用 ZIP"],
  ["526172211a07", "RAR 压缩包暂不支持，请改用 ZIP"],
  ["1f8b", "GZIP 压缩包暂不支持，请改用 ZIP"],
  ["4d5a", "这是程序，不是文档"],
];
const zipStarts = ["504b0304", "504b0506"];
const compoundStart = "d0cf11e0a1b11ae1";
const byExtension: Record<string, Format> = {
  ".csv": "csv",
  ".tsv": "csv",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
  ".json": "jsonl",
  ".md": "md",
  ".markdown": "md",
  ".txt": "md",
  ".html": "html",
  ".htm": "html",
};

/**
 * What a file is, by its bytes first and its name second. Throws AppError `unreadable`, with the reason for people, for
 * an empty file, one with a password, an old or foreign format, or other bytes than its name says.
 */
export async function kindOf(file: SourceFile, budget: Budget): Promise<FileKind> {
  const head = await headOf(file.path);
  if (!head.length) throw unreadable("文件是空的");
  const hex = head.subarray(0, 8).toString("hex");
  if (zipStarts.some((start) => hex.startsWith(start))) return kindOfZip(file.path, budget);
  if (hex.startsWith(compoundStart)) throw unreadable(await reasonOfCompound(file.path));
  const known = refused.find(([start]) => hex.startsWith(start));
  if (known) throw unreadable(known[1]);
  return { format: textFormat(file.name, head), hasMacros: false };
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function kindOfZip(path: string, budget: Budget): Promise<FileKind> {
  const names = new Set<string>();
  // Looking costs nothing: the parts are counted when they are read.
  for await (const { name } of partsOf(path, { ...budget })) names.add(name);
  const hasMacros = [...names].some((name) => /(^|\/)vbaProject\.bin$/i.test(name));
  if (names.has("xl/workbook.bin")) throw unreadable("XLSB 工作簿暂不支持，请另存为 XLSX 再导入");
  if (names.has("[Content_Types].xml")) {
    if ([...names].some((name) => name.startsWith("word/"))) return { format: "docx", hasMacros };
    if (names.has("xl/workbook.xml")) return { format: "xlsx", hasMacros };
    throw unreadable("只支持 Word 文档和 Excel 工作簿，不支持这种 Office 文件");
  }
  if (names.has("mimetype") && names.has("content.xml")) {
    throw unreadable("OpenDocument 文件暂不支持，请另存为 DOCX 或 XLSX 再导入");
  }
  return { format: "zip", hasMacros: false };
}

/** Word and Excel keep a file with a password, and everything before 2007, in the same container. */
async function reasonOfCompound(path: string): Promise<string> {
  const mark = Buffer.from("EncryptedPackage", "utf16le");
  const file = await open(path, "r");
  let before: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      const bytes = Buffer.concat([before, chunk as Buffer]);
      if (bytes.includes(mark)) return "文件有密码保护，请先取消密码再导入";
      before = bytes.subarray(-mark.length);
    }
    return "Word 和 Excel 97-2003 的旧格式（.doc、.xls）暂不支持，请另存为 .docx 或 .xlsx 再导入";
  } finally {
    await file.close();
  }
}

const isControl = (byte: number): boolean => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1a].includes(byte);

function textFormat(name: string, head: Buffer): Format {
  const isWide = head[0] === 0xff || head[0] === 0xfe || wideOf(head) !== null;
  const words = head.toString(isWide ? "utf16le" : "latin1").replace(/^(\uFEFF|\u00EF\u00BB\u00BF)/, "");
  const extension = extname(name).toLowerCase();
  if (!isWide && head.filter(isControl).length > head.length / 500)
    throw unreadable("这不是文本文件，也不是支持的文档");
  if (/^\s*(<!doctype html|<html)/i.test(words)) return "html";
  const format = byExtension[extension];
  if (format) return format;
  if (/^\.(docx|docm|xlsx|xlsm|zip|doc|xls)$/.test(extension))
    throw unreadable(`扩展名是 ${extension}，但内容不是这种文件，可能已损坏`);
  if (/^\s*\{"/.test(words)) return "jsonl";
  throw unreadable(`不支持${extension ? ` ${extension} ` : "没有扩展名的"}文件`);
}
