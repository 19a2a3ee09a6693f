import { Readable } from "node:stream";
import { AppError } from "../platform/errors.ts";
import { peek } from "./peek.ts";

/** What tells a file by its first bytes; `at` is the offset. A file without such bytes may be text. */
const magic: readonly { type: string; at: number; bytes: readonly number[] }[] = [
  { type: "image/jpeg", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: "image/png", at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/gif", at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: "image/webp", at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { type: "image/heic", at: 4, bytes: [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69] },
  { type: "application/pdf", at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];

const headBytes = 4_096;

const refused = () => new AppError("invalid", "只接受图片、PDF 和文本文件");

/** Text has no control characters but white space; UTF-8 and GB18030 alike. */
function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) =>
    byte >= 0x20 ? byte !== 0x7f : byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d,
  );
}

function typeOf(head: Uint8Array): string {
  const known = magic.find(({ at, bytes }) => bytes.every((byte, index) => head[at + index] === byte));
  if (known) return known.type;
  if (!isText(head)) throw refused();
  return "text/plain";
}

/**
 * The type of a file by its own bytes, whatever its name says, and all of its bytes again.
 * Throws AppError `invalid` for an empty file and for what is no picture, PDF or text; a text with other bytes further on fails as it is read.
 */
export async function typed(bytes: Readable): Promise<{ type: string; content: Readable }> {
  const { head, content } = await peek(bytes, headBytes);
  if (!head.length) throw new AppError("invalid", "附件是空的");
  const type = typeOf(head);
  const all = async function* () {
    for await (const chunk of content) {
      if (type === "text/plain" && !isText(chunk)) throw refused();
      yield chunk;
    }
  };
  return { type, content: Readable.from(all()) };
}

/** A name alone, without folders or characters that are no part of a name. */
export const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? "").replace(/[\p{Cc}"<>|:*?]/gu, "_").trim() || "附件";
