import { deflateSync, inflateSync } from "node:zlib";
import { z } from "zod";
import type { AskedQuestion } from "./book.ts";

const Articles = z.array(z.string());

/** Questions as one block: the articles by number, then of each question its article (-1 none) and its pieces in rising order, by their distance. */
export function packAsked(asked: readonly AskedQuestion[]): Buffer {
  const articles = [...new Set(asked.flatMap(({ articleId }) => articleId ?? []))];
  const numbers = new Map(articles.map((id, at) => [id, at]));
  const named = Buffer.from(JSON.stringify(articles));
  const figures = [asked.length];
  for (const { articleId, pieces } of asked) {
    figures.push(articleId === null ? -1 : (numbers.get(articleId) ?? -1), pieces.length);
    let before = 0;
    for (const place of pieces.toSorted()) {
      figures.push(place - before);
      before = place;
    }
  }
  const head = Buffer.alloc(4);
  head.writeUInt32LE(named.length);
  return deflateSync(Buffer.concat([head, named, Buffer.from(Int32Array.from(figures).buffer)]), { level: 1 });
}

export function unpackAsked(packed: Uint8Array): AskedQuestion[] {
  const bytes = inflateSync(packed);
  const named = bytes.readUInt32LE(0);
  const articles = Articles.parse(JSON.parse(bytes.subarray(4, 4 + named).toString("utf8")));
  const figures = new Int32Array(bytes.buffer.slice(bytes.byteOffset + 4 + named, bytes.byteOffset + bytes.length));
  let at = 0;
  const next = (): number => figures[at++] ?? 0;
  return Array.from({ length: next() }, () => {
    const article = next();
    let place = 0;
    const pieces = Int32Array.from({ length: next() }, () => {
      place += next();
      return place;
    });
    return { articleId: articles[article] ?? null, pieces };
  });
}
