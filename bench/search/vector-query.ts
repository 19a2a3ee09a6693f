import { questionVector } from "../../src/kb/index.ts";
import type { Ctx } from "../../src/platform/context.ts";

/** pgvector's own query over the same passages and the same embedder: nearest passages, each article once. */
export const vectorQuery =
  (ctx: Ctx, count: number) =>
  async (query: string): Promise<number[]> => {
    const vector = (await questionVector(ctx, query)) ?? [];
    const { rows } = await ctx.pool.query<{ external_id: string }>(
      `select a.external_id from passage_vectors p join articles a on a.id = p.article_id
       order by p.embedding::halfvec(512) <=> $1::halfvec(512) limit $2`,
      [`[${[...vector].join(",")}]`, 10 * count],
    );
    return [...new Set(rows.map(({ external_id }) => Number(external_id)))].slice(0, count);
  };
