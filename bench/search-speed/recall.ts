import type pg from "pg";
import { questionVector, servingSet } from "../../src/kb/index.ts";
import type { Ctx } from "../../src/platform/context.ts";
import { round } from "../measure.ts";

const counted = 10;
/** As many as a search takes from the vectors. */
const taken = 60;
/** Two passages of one distance are one as good as the other. */
const sameDistance = 1e-5;

/** The share of the ten nearest passages of an exact scan that the index finds as a search uses it. */
export async function recallOf(ctx: Ctx, texts: readonly string[]): Promise<{ recallAt10: number; exactMs: number }> {
  const client = await ctx.pool.connect();
  const set = await servingSet(ctx);
  let found = 0;
  let exactMs = 0;
  await client.query("set hnsw.iterative_scan = relaxed_order");
  await client.query("set hnsw.ef_search = 100");
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
  return { recallAt10: Math.round((10_000 * found) / texts.length) / 10_000, exactMs: round(exactMs / texts.length) };
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
