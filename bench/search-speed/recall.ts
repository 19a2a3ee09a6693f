import { sql } from "drizzle-orm";
import type pg from "pg";
import { questionVector, searchArticles, servingSet } from "../../src/kb/index.ts";
import type { Ctx } from "../../src/platform/context.ts";
import { round } from "../measure.ts";

const counted = 10;
/** As a search does: so many it takes from the vectors, as the connections of the pool look for them. */
const taken = 30;
/** Two passages of one distance are one as good as the other. */
const sameDistance = 1e-5;

/** The share of the ten nearest passages of an exact scan that the index finds as a search uses it. */
export async function recallOf(
  ctx: Ctx,
  texts: readonly string[],
): Promise<{ vectorRecallAt10: number; exactMs: number }> {
  const client = await ctx.pool.connect();
  const set = await servingSet(ctx);
  let found = 0;
  let exactMs = 0;
  for (const text of texts) {
    const vector = `[${[...((await questionVector(ctx, text)) ?? [])].join(",")}]`;
    const near = await nearest(client, set.id, vector, taken, true);
    const startedMs = performance.now();
    const exact = await nearest(client, set.id, vector, counted, false);
    exactMs += performance.now() - startedMs;
    const worst = exact.at(-1) ?? 0;
    found += near.slice(0, counted).filter((distance) => distance <= worst + sameDistance).length / counted;
  }
  client.release(true);
  return {
    vectorRecallAt10: Math.round((10_000 * found) / texts.length) / 10_000,
    exactMs: round(exactMs / texts.length),
  };
}

/** The share of the ten best answers with an exact scan that a search through the index gives too. */
export async function searchRecallOf(ctx: Ctx, texts: readonly string[], at: string): Promise<number> {
  const idsOf = async (from: Ctx) => {
    const lists: string[][] = [];
    for (const text of texts)
      lists.push((await searchArticles(from, { text, at, k: counted })).results.map(({ articleId }) => articleId));
    return lists;
  };
  const byIndex = await idsOf(ctx);
  const { id } = await servingSet(ctx);
  const undone = new Error("the index comes back");
  let exact: string[][] = [];
  const withoutIndex = ctx.inTransaction(async (tx) => {
    await tx.execute(sql.raw(`drop index passage_vectors_${id}`));
    exact = await idsOf({ ...ctx, db: tx, inTransaction: async (work) => work(tx) });
    throw undone;
  });
  await withoutIndex.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  const shares = exact.map(
    (ids, n) => ids.filter((each) => byIndex[n]?.includes(each)).length / Math.max(1, ids.length),
  );
  return Math.round((10_000 * shares.reduce((sum, share) => sum + share, 0)) / shares.length) / 10_000;
}

async function nearest(
  client: pg.PoolClient,
  setId: number,
  vector: string,
  limit: number,
  isByIndex: boolean,
): Promise<number[]> {
  await client.query(`set enable_indexscan = ${isByIndex ? "on" : "off"}`);
  const { rows } = await client.query<{ distance: number }>(
    `select embedding::halfvec(512) <=> $1::halfvec(512) as distance from passage_vectors where set_id = ${setId}
     order by embedding::halfvec(512) <=> $1::halfvec(512) limit ${limit}`,
    [vector],
  );
  return rows.map(({ distance }) => distance).sort((left, right) => left - right);
}
