import { searchArticles } from "../src/kb/index.ts";
import { report } from "./measure.ts";
import { readLetters } from "./search/letters.ts";
import { openBase } from "./search/ours.ts";
import { miniSearch, nGramTfIdf } from "./search/peers.ts";
import { qualityOf } from "./search/ranks.ts";
import { vectorQuery } from "./search/vector-query.ts";

/**
 * Replies of an office as articles, the messages they answer as questions, beside peers in the same run. Weights were tuned on the half
 * `tuned` (even first byte of the SHA-256 of the id); `heldOut` was never tuned on. `npm run bench bench/search.ts -- replies.csv`
 */
const path = process.argv[2];
if (!path) throw new Error("usage: npm run bench bench/search.ts -- replies.csv");

const at = "2026-03-05T09:12:00+08:00";
const listed = 10;
const { letters, replies } = readLetters(path);
const { ctx, close } = await openBase(replies.map((body, n) => ({ title: `答复 ${n}`, body })));

/** Gives the numbers of the articles, best first. */
type Peer = (query: string) => Promise<number[]> | number[];
const peers: Record<string, Peer> = {
  ours: async (text) =>
    (await searchArticles(ctx, { text, at, k: listed })).results.map(({ externalId }) => Number(externalId)),
  "tf-idf of character 1- to 3-grams": nGramTfIdf(replies, listed),
  "BM25 of MiniSearch with jieba": await miniSearch(replies, listed),
  "bare vector query of pgvector": vectorQuery(ctx, listed),
};

const figures: Record<string, object> = {};
for (const [name, find] of Object.entries(peers)) {
  const ranks = { tuned: [] as (number | null)[], heldOut: [] as (number | null)[] };
  for (const { query, reply, isTuned } of letters) {
    const place = (await find(query)).indexOf(reply);
    ranks[isTuned ? "tuned" : "heldOut"].push(place < 0 ? null : place + 1);
  }
  figures[name] = { tuned: qualityOf(ranks.tuned), heldOut: qualityOf(ranks.heldOut) };
}
await close();
report("search", { articles: replies.length, figures });
process.exit(0);
