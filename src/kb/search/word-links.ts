import { deflateSync, inflateSync } from "node:zlib";
import { z } from "zod";

/** Official words that answer a caller's word, with how surely: 0 to 1. */
export type WordLinks = ReadonlyMap<string, readonly { word: string; share: number }[]>;

export const noLinks: { revision: number; links: WordLinks } = { revision: 0, links: new Map() };

const Packed = z.array(z.tuple([z.string(), z.array(z.tuple([z.string(), z.number()]))]));

export const packLinks = (links: WordLinks): Buffer =>
  deflateSync(
    JSON.stringify([...links].map(([said, official]) => [said, official.map(({ word, share }) => [word, share])])),
  );

export function unpackLinks(packed: Uint8Array): WordLinks {
  const rows = Packed.parse(JSON.parse(inflateSync(packed).toString("utf8")));
  return new Map(rows.map(([said, official]) => [said, official.map(([word, share]) => ({ word, share }))]));
}
