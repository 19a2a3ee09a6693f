import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";
import { AppError } from "../../platform/errors.ts";

const deflate = promisify(deflateRaw);

/** What the format counts in 16 and 32 bits. */
const mostFiles = 65_535;
const mostBytes = 0xffff_ffff;
const utf8Name = 0x0800;
const deflated = 8;
/** 1 January 1980, the first day of the format: the same articles give the same file. */
const firstDay = 0x0021;

type Written = { name: Buffer; crc: number; packedBytes: number; bytes: number; offset: number };

/**
 * A ZIP of text files, as it is made. Throws AppError `too_large` past 65,535 files or 4 GB.
 * A name is given once; folders in it are divided by "/".
 */
export async function* zipOf(files: AsyncIterable<{ name: string; content: Uint8Array }>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { name, content } of files) {
    const packed = await deflate(content);
    const entry = {
      name: Buffer.from(name),
      crc: crc32(content),
      packedBytes: packed.length,
      bytes: content.length,
      offset,
    };
    const head = Buffer.concat([localHead(entry), entry.name]);
    written.push(entry);
    offset += head.length + packed.length;
    if (written.length > mostFiles || offset > mostBytes)
      throw new AppError("too_large", "知识过多，装不进一个 ZIP，请改用 JSONL 导出");
    yield head;
    yield packed;
  }
  const directory = Buffer.concat(written.flatMap((entry) => [centralHead(entry), entry.name]));
  yield directory;
  yield end(written.length, directory.length, offset);
}

/** What both heads of a file say alike: version, flags, way, time, sums and lengths. */
function common({ name, crc, packedBytes, bytes }: Written): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(utf8Name, 2);
  head.writeUInt16LE(deflated, 4);
  head.writeUInt16LE(firstDay, 8);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(packedBytes, 14);
  head.writeUInt32LE(bytes, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

const localHead = (entry: Written): Buffer => Buffer.concat([Buffer.from("PK\u0003\u0004"), common(entry)]);

function centralHead(entry: Written): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(entry.offset, 10);
  return Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), common(entry), rest]);
}

function end(files: number, directoryBytes: number, offset: number): Buffer {
  const tail = Buffer.alloc(18);
  tail.writeUInt16LE(files, 4);
  tail.writeUInt16LE(files, 6);
  tail.writeUInt32LE(directoryBytes, 8);
  tail.writeUInt32LE(offset, 12);
  return Buffer.concat([Buffer.from("PK\u0005\u0006"), tail]);
}
