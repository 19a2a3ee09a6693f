import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ArticleInput, importArticles, keepPostingsJob } from "../../src/kb/index.ts";
import { recall } from "../../src/kb/search/memory.ts";
import { selectNearest } from "../../src/kb/store-search.ts";
import type { OpenServices } from "../../src/services.ts";
import { databaseKinds, isMissing } from "../support/databases.ts";
import { ctxOf, openTestServices } from "../support/services.ts";

const base = { id: "base" };
const articleOf = (n: number) =>
  ArticleInput.parse({
    externalId: `p-${n}`,
    title: `公积金业务 ${n}`,
    body: `第${n}项公积金提取业务，到${n}号窗口办理。`,
  });

describe.each(databaseKinds)("on %s", (kind) => {
  describe.skipIf(isMissing(kind))("lists of passages by word", () => {
    let services: OpenServices;
    const ctx = () => ctxOf(services, "editor");
    // As in a base that is too large to be compared whole.
    const names = async () => {
      const { isUnnumbered } = await recall(ctx(), services.db);
      const words = ["公积金", "提取", "7"].map((word) => ({ word, weight: word === "7" ? 3 : 1 }));
      const scope = { at: services.now(), region: null, kinds: null };
      const terms = { ...scope, words, near: null, isUnnumbered, depth: { words: 20, vectors: 20 } };
      return (await selectNearest(services.db, terms, 20)).map(({ stored }) => stored.externalId);
    };
    const rows = async (statement: string) => (await services.pool.query(statement)).rows;
    const segments = async () => (await rows("select passages from posting_segments")).map(({ passages }) => passages);
    const twice = () =>
      rows(`select word, number from word_postings cross join unnest(passages) as number group by word, number
        having count(*) > 1`);
    const unlisted = () =>
      rows(`select p.id, word from passages p cross join unnest(p.tokens) as words(word)
        where left(word, 1) <> '^' and not exists (
          select from word_postings w where w.word = words.word and p.number = any(w.passages))`);
    const waits = () => keepPostingsJob.waiting(services.db, services.now());

    beforeAll(async () => {
      services = await openTestServices(kind);
      for (let n = 0; n < 10; n += 1) await importArticles(ctx(), { articles: [articleOf(n)], publish: true });
    });
    afterAll(() => services.close());

    test("eight small ones become one, which holds what they held", async () => {
      expect((await segments()).sort()).toEqual([1, 1, 8]);
      expect(await unlisted()).toEqual([]);
      expect(await twice()).toEqual([]);
      const found = await names();
      expect(found.at(0)).toBe("p-7");
      expect(found).toHaveLength(10);
    });

    test("passages of an earlier release are found before and after the job takes them in, and beside new ones", async () => {
      const before = (await names()).sort();
      await services.pool.query("update passages set number = null where text like '%7%' or text like '%8%'");
      expect((await names()).sort()).toEqual(before);
      expect((await names()).at(0)).toBe("p-7");
      expect(await waits()).toEqual([base]);
      await services.pool.query("update passages set number = null; truncate word_postings, posting_segments");
      expect((await names()).sort()).toEqual(before);
      expect((await names()).at(0)).toBe("p-7");
      await keepPostingsJob.run(ctx(), base);
      expect(await waits()).toEqual([]);
      expect(await unlisted()).toEqual([]);
      expect((await names()).sort()).toEqual(before);
      expect((await names()).at(0)).toBe("p-7");
    });

    test("an import does not wait until the passages of an earlier release are taken in, and is found beside them", async () => {
      await services.pool.query("update passages set number = null; truncate word_postings, posting_segments");
      await importArticles(ctx(), { articles: [articleOf(10)], publish: true });
      expect(await segments()).toEqual([1]);
      expect(await names()).toContain("p-10");
      expect(await names()).toHaveLength(11);
      await keepPostingsJob.run(ctx(), base);
      expect(await unlisted()).toEqual([]);
      expect(await twice()).toEqual([]);
      expect(await names()).toHaveLength(11);
    });
  });
});
