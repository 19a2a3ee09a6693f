import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Encoding } from "./reading.ts";

const labels: Record<Encoding, string> = {
  "UTF-8": "utf-8",
  GB18030: "gb18030",
  "UTF-16LE": "utf-16le",
  "UTF-16BE": "utf-16be",
};
const sampleBytes = 64 * 1024;

/** How a text file is written: by its mark, by its zero bytes, else UTF-8 when all of it is that, else GB18030 (which holds GBK). */
export async function encodingOf(path: string): Promise<Encoding> {
  const head = await sampleOf(path);
  if (head[0] === 0xff && head[1] === 0xfe) return "UTF-16LE";
  if (head[0] === 0xfe && head[1] === 0xff) return "UTF-16BE";
  const wide = wideOf(head);
  if (wide) return wide;
  const isGb = (await isAll(path, "GB18030")) && (!(await isAll(path, "UTF-8")) || (await hasOnlyShort(path)));
  return isGb ? "GB18030" : "UTF-8";
}

/** UTF-16 without a mark: the zeros of its commas and line ends stand on one side. */
export function wideOf(head: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd <= head.length / 100 || Math.min(even, odd) > (even + odd) / 10) return null;
  return even > odd ? "UTF-16BE" : "UTF-16LE";
}

/** Chinese of UTF-8 has three bytes a character. Where all have two, a few words of GBK only look like UTF-8 (停水 as ͣˮ). */
async function hasOnlyShort(path: string): Promise<boolean> {
  let hasShort = false;
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer;
    if (bytes.some((byte) => byte >= 0xe0)) return false;
    hasShort ||= bytes.some((byte) => byte >= 0x80);
  }
  return hasShort;
}

async function sampleOf(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A file that breaks off within its last character is still of its encoding. */
async function isAll(path: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(labels[encoding], { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The text of a file in pieces, without its mark. A byte that is no character comes out as U+FFFD. */
export async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(labels[encoding]);
  for await (const chunk of createReadStream(path)) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    if (text) yield text;
  }
  const last = decoder.decode();
  if (last) yield last;
}
