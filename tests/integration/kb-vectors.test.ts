import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fakeEmbedder } from "../../src/adapters/fake/fake-embedder.ts";
import {
  ArticleInput,
  embedPassagesJob,
  importArticles,
  readVectors,
  searchArticles,
  wantEmbedder,
} from "../../src/kb/index.ts";
import { makeIndex } from "../../src/kb/vectors/store-index.ts";
import type { Ctx } from "../../src/platform/context.ts";
import { AppError } from "../../src/platform/errors.ts";
import type { Embedder } from "../../src/ports/embedder.ts";
import type { OpenServices } from "../../src/services.ts";
import { databaseKinds, isMissing } from "../support/databases.ts";
import { ctxOf, openTestServices } from "../support/services.ts";

const dimensions = 24;
const base = { id: "base" };
const asked = { text: "公积金第7项业务怎么提取", at: "2026-11-22T12:00:00+08:00", k: 5 };
const articles = Array.from({ length: 150 }, (_, n) =>
  ArticleInput.parse({
    externalId: `v-${n}`,
    title: `公积金业务 ${n}`,
    body: `第${n}项公积金提取业务，需要身份证和银行卡，到${n}号窗口办理。`,
  }),
);
const late = (externalId: string, title: string) =>
  ArticleInput.parse({ externalId, title, body: `${title}须提前三天预约。` });

/** An embedder of that name which fails from its `failsAt`-th call for passages on. */
function embedderNamed(id: string, failsAt = Number.POSITIVE_INFINITY) {
  let calls = 0;
  const axes = fakeEmbedder(dimensions);
  const fake = fakeEmbedder(dimensions, ({ texts, kind }) => {
    calls += kind === "passage" ? 1 : 0;
    if (calls >= failsAt) return new AppError("unavailable", "向量服务暂不可用");
    return axes.embed(texts, { kind, signal: new AbortController().signal });
  });
  const heard = (kind: string) => fake.calls.filter((call) => call.kind === kind).flatMap(({ texts }) => texts);
  return { ...fake, id, heard };
}

describe.each(databaseKinds)("on %s", (kind) => {
  describe.skipIf(isMissing(kind))("when the embedder changes", () => {
    let services: OpenServices;
    const as = (embedder: Embedder): Ctx => ({
      ...ctxOf(services, "editor"),
      embedder,
      embedderOf: (id) => (id === embedder.id ? embedder : services.embedderOf(id)),
    });
    const sets = async () =>
      (
        await services.pool.query(`select model, state, failure, dimensions,
          (select count(*)::int from passage_vectors where set_id = s.id) as vectors,
          (select count(*)::int from pg_indexes where indexname = 'passage_vectors_' || s.id) as indexes
          from vector_sets s order by id`)
      ).rows;
    const indexes = async () =>
      (await services.pool.query("select from pg_indexes where indexname ~ '^passage_vectors_[0-9]+$'")).rowCount;
    const names = async (ctx: Ctx) => (await searchArticles(ctx, asked)).results.map((hit) => hit.externalId);
    const waits = () => embedPassagesJob.waiting(services.db, services.now());

    beforeAll(async () => {
      services = await openTestServices(kind);
      await importArticles(ctxOf(services, "editor"), { articles, publish: true });
    });
    afterAll(() => services.close());

    test("nothing is done while it is the same", async () => {
      await wantEmbedder(as(services.embedder));
      expect(await waits()).toEqual([]);
      expect(await sets()).toMatchObject([{ model: "hashed-ngram-1", state: "serving", vectors: 150, indexes: 1 }]);
    });

    test("an index of an earlier release, which compares as another type, is made anew", async () => {
      const [own, other] = kind === "PGlite" ? ["vector", "halfvec"] : ["halfvec", "vector"];
      const { rows } = await services.pool.query("select id from vector_sets");
      const name = `passage_vectors_${rows[0].id}`;
      await services.pool.query(`drop index ${name}`);
      await services.pool.query(`create index ${name} on passage_vectors
        using hnsw ((embedding::${other}(512)) ${other}_cosine_ops) where set_id = ${rows[0].id}`);
      const rung: string[] = [];
      const ctx: Ctx = { ...as(services.embedder), ring: async ({ name }) => void rung.push(name) };
      await wantEmbedder(ctx);
      expect(rung).toEqual([embedPassagesJob.name]);
      await embedPassagesJob.run(ctx, base);
      const made = await services.pool.query("select indexdef from pg_indexes where indexname = $1", [name]);
      expect(made.rows[0].indexdef).toContain(` ${own}_cosine_ops`);
      await wantEmbedder(ctx);
      expect(rung).toHaveLength(1);
    });

    // One connection cannot read while it builds.
    if (kind !== "PGlite")
      test("vectors are read while their index is made anew", async () => {
        const [set] = (await services.pool.query("select id, dimensions from vector_sets")).rows;
        const reader = await services.pool.connect();
        const reads: Promise<unknown>[] = [];
        await services
          .inTransaction(async (tx) => {
            // The index before is dropped next, which nobody may read beside.
            const execute = ((statement: SQL) => {
              const { sql } = new PgDialect().sqlToQuery(statement);
              if (!sql.startsWith("create index")) return Promise.all(reads).then(() => tx.execute(statement));
              reads.push(reader.query("select from passage_vectors limit 1"));
              return tx.execute(statement);
            }) as typeof tx.execute;
            const db = new Proxy(tx, { get: (own, key) => (key === "execute" ? execute : Reflect.get(own, key, own)) });
            await makeIndex(db, set, "halfvec");
            expect(await Promise.all(reads)).toMatchObject([{ rowCount: 1 }]);
          })
          .finally(() => reader.release());
        expect(await indexes()).toBe(1);
      });

    test("the old vectors serve until the new are whole, whatever befalls the new embedder; then they go", async () => {
      const failing = embedderNamed("openai:next:24", 2);
      await wantEmbedder(as(failing));
      await expect(embedPassagesJob.run(as(failing), base)).rejects.toMatchObject({ fault: "unavailable" });
      const [old, halfway] = await sets();
      expect(old).toMatchObject({ state: "serving", vectors: 150, indexes: 1 });
      expect(halfway).toMatchObject({ model: "openai:next:24", state: "filling", dimensions, indexes: 1 });
      expect(halfway.failure).toMatch(/^向量服务暂不可用.+检索照常/);
      expect(halfway.vectors).toBeGreaterThan(0);
      expect(halfway.vectors).toBeLessThan(150);

      await importArticles(as(failing), { articles: [late("v-late", "婚姻登记")], publish: true });
      expect(await names(as(failing))).toContain("v-7");
      expect(failing.heard("query")).toEqual([]);
      expect(await waits()).toEqual([base]);
      expect(await readVectors(as(failing))).toMatchObject({
        passages: 151,
        serving: { model: "hashed-ngram-1", done: 151 },
        filling: { model: "openai:next:24", done: halfway.vectors, failure: halfway.failure },
      });

      const next = embedderNamed("openai:next:24");
      await embedPassagesJob.run(as(next), base);
      expect(next.heard("passage")).toHaveLength(151 - halfway.vectors);
      const whole = { model: "openai:next:24", state: "serving", failure: null, vectors: 151, indexes: 1 };
      expect(await sets()).toMatchObject([whole]);
      expect(await indexes()).toBe(1);
      expect(await names(as(next))).toContain("v-7");
      expect(next.heard("query")).toHaveLength(1);
      expect(await waits()).toEqual([]);
      await embedPassagesJob.run(as(next), base);
      expect(next.heard("passage")).toHaveLength(151 - halfway.vectors);
    });

    test("settings that go back before the new are whole throw the new away", async () => {
      const present = embedderNamed("openai:next:24");
      await wantEmbedder(as(services.embedder));
      expect((await sets()).map(({ state }) => state)).toEqual(["serving", "filling"]);
      await wantEmbedder(as(present));
      await embedPassagesJob.run(as(present), base);
      expect(await sets()).toMatchObject([{ model: "openai:next:24", state: "serving", vectors: 151 }]);
      expect(present.heard("passage")).toEqual([]);
    });

    test("an embedder that never answers holds a publication up for seconds, not until the browser gives up", async () => {
      const serving = (await sets()).find(({ state }) => state === "serving");
      const silent: Embedder = { ...embedderNamed(serving.model), embed: () => new Promise(() => {}) };
      await importArticles(as(silent), { articles: [late("v-silent", "暂住登记")], publish: true });
      const { results } = await searchArticles(as(embedderNamed(serving.model)), {
        ...asked,
        text: "暂住登记要预约吗",
      });
      expect(results[0]?.externalId).toBe("v-silent");
      await embedPassagesJob.run(as(embedderNamed(serving.model)), base);
      expect(await waits()).toEqual([]);
    }, 20_000);

    test("an embedder that is down holds up neither publishing nor searching: the vector follows", async () => {
      const down = embedderNamed("openai:next:24", 0);
      await importArticles(as(down), { articles: [late("v-down", "护照加急")], publish: true });
      const { results } = await searchArticles(as(down), { ...asked, text: "护照加急要预约吗" });
      expect(results[0]?.externalId).toBe("v-down");
      expect(await waits()).toEqual([base]);
      await embedPassagesJob.run(as(embedderNamed("openai:next:24")), base);
      expect(await waits()).toEqual([]);
    });
  });
});
