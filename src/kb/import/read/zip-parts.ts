import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { AppError } from "../../../platform/errors.ts";
import type { Budget } from "./reading.ts";

/** Deflate reaches 1,000 with zeros; office files stay under 100. Small parts may be anything. */
const mostRatio = 200;
const ratioMattersBytes = 1024 * 1024;

const unpacksTooLarge = () => new AppError("too_large", "压缩包展开后过大（可能是压缩炸弹），已拒绝");
const broken = (cause: unknown) => new AppError("unreadable", "压缩包不完整或已损坏", { cause });

/** `name` is for reading only and never names a file of ours. */
export type ZipPart = {
  name: string;
  isEncrypted: boolean;
  /** Unpacks into a new file; gives its bytes. */
  save: (path: string) => Promise<number>;
  /** Unpacks to nowhere; gives the bytes, and the first of them. */
  measure: () => Promise<{ bytes: number; head: Buffer }>;
};

/**
 * The files of a ZIP, one after the other. What is unpacked is counted as it comes out, whatever the archive says of itself.
 * Throws AppError `too_large` for a bomb, `unreadable` for a broken archive.
 */
export async function* partsOf(path: string, budget: Budget): AsyncGenerator<ZipPart> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch((cause) => {
    throw broken(cause);
  });
  try {
    const entries = zip.eachEntry();
    for (;;) {
      const { value: entry, done } = await entries.next().catch((cause) => {
        throw broken(cause);
      });
      if (done) return;
      budget.parts -= 1;
      if (budget.parts < 0) throw new AppError("too_large", "压缩包内的文件过多，已拒绝");
      const name = nameOf(entry);
      if (name && !entry.fileNameRaw.toString("latin1").endsWith("/")) yield partOf(zip, entry, name, budget);
    }
  } finally {
    zip.close();
  }
}

function partOf(zip: ZipFile, entry: Entry, name: string, budget: Budget): ZipPart {
  const unpack = () => counted(zip, entry, budget);
  return {
    name,
    isEncrypted: entry.isEncrypted(),
    async save(path) {
      let bytes = 0;
      const count = async function* () {
        for await (const chunk of unpack()) {
          bytes += chunk.length;
          yield chunk;
        }
      };
      await pipeline(count, createWriteStream(path, { flags: "wx", mode: 0o600 }));
      return bytes;
    },
    async measure() {
      let bytes = 0;
      let head: Buffer = Buffer.alloc(0);
      for await (const chunk of unpack()) {
        if (!bytes) head = chunk.subarray(0, 1_024);
        bytes += chunk.length;
      }
      return { bytes, head };
    },
  };
}

async function* counted(zip: ZipFile, entry: Entry, budget: Budget): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      bytes += chunk.length;
      budget.bytes -= chunk.length;
      const isDense = bytes > ratioMattersBytes && bytes > entry.compressedSize * mostRatio;
      if (budget.bytes < 0 || isDense) throw unpacksTooLarge();
      yield chunk;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (/too many bytes/.test(String(error))) throw unpacksTooLarge();
    throw broken(error);
  }
}

/** Names without the flag of UTF-8 come from Chinese Windows as a rule. Folders that lead out are dropped. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const words = isUtf8(raw) ? raw.toString("utf8") : new TextDecoder("gb18030").decode(raw);
  return words
    .replace(/\p{Cc}/gu, "")
    .split(/[\\/]/)
    .filter((step) => step && step !== "." && step !== ".." && !/^[A-Za-z]:$/.test(step))
    .join("/");
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
