import { open } from "node:fs/promises";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { cutMarkdown, wholeText } from "./markdown-articles.ts";
import { type Encoding, encodings, type Item, type Reading, type SourceFile } from "./reading.ts";
import { encodingOf } from "./text-encoding.ts";

const headBytes = 4_096;

/** The articles of a web page, written as its meta says when no mark says otherwise. */
export async function* htmlArticles(file: SourceFile, reading: Reading): AsyncGenerator<Item> {
  const encoding = reading.encoding ?? (await declared(file.path)) ?? (await encodingOf(file.path));
  reading.encodingFound ??= encoding;
  const html = await wholeText(file, { ...reading, encoding });
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1]?.trim() || null;
  if (/<script|\son\w+\s*=|javascript:/i.test(html)) reading.notes.add(`${file.name}：网页中的脚本未导入`);
  yield* cutMarkdown(htmlToMarkdown(html), file.name, title && plain(title));
}

const plain = (words: string) => htmlToMarkdown(words).replace(/\s+/g, " ").trim();

async function declared(path: string): Promise<Encoding | null> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const head = buffer.subarray(0, bytesRead);
    if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return null;
    if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "UTF-8";
    const name = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head.toString("latin1"))?.[1]?.toUpperCase();
    if (name && /^(GBK|GB2312|GB18030)$/.test(name)) return "GB18030";
    return encodings.find((encoding) => encoding === name) ?? null;
  } finally {
    await file.close();
  }
}
