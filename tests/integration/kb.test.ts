import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fakeReranker } from "../../src/adapters/fake/fake-reranker.ts";
import {
  ArticleInput,
  getArticle,
  importArticles,
  listArticles,
  searchArticles,
  suggestAnswers,
} from "../../src/kb/index.ts";
import { answerFloor } from "../../src/kb/relevance.ts";
import { Answer } from "../../src/orders/index.ts";
import { listAudit } from "../../src/platform/audit.ts";
import { toShanghaiIso } from "../../src/platform/clock.ts";
import { AppError } from "../../src/platform/errors.ts";
import type { OpenServices } from "../../src/services.ts";
import { databaseKinds, isMissing } from "../support/databases.ts";
import { ctxOf, openTestServices } from "../support/services.ts";

const at = "2026-03-05T09:12:00+08:00";
const query = (text: string, more = {}) => ({ text, at, k: 10, ...more });
const article = (fields: object) => ArticleInput.parse({ agency: "市住房公积金管理中心", ...fields });

const permit = article({
  externalId: "a-night",
  title: "夜间施工许可",
  body: "# 规定\n禁止夜间进行产生噪声的建筑施工作业。\n因特殊需要必须连续施工的，应当取得住房和城乡建设局的证明，并公告附近居民。",
});
const old = article({
  externalId: "a-heat-2024",
  title: "供暖收费标准",
  body: "居民供暖按建筑面积每平方米二十二元收取。",
  validUntil: "2026-01-01T00:00:00+08:00",
});
const current = article({
  externalId: "a-heat-2026",
  title: "供暖收费标准",
  body: "居民供暖按建筑面积每平方米二十三元收取。",
  validFrom: "2026-01-01T00:00:00+08:00",
});
const local = article({
  externalId: "a-east",
  title: "东湖区老年食堂",
  body: "六十岁以上老人持老年证就餐打八折。",
  region: "东湖区",
});
const fund = Array.from({ length: 40 }, (_, n) =>
  article({
    externalId: `a-fund-${n}`,
    title: `公积金业务 ${n}`,
    body: `第${n}项公积金提取业务，需要身份证和银行卡，到${n}号窗口办理。`,
  }),
);
const draft = article({ externalId: "a-draft", title: "电动车上牌", body: "电动自行车上牌需要购车发票和合格证。" });

describe.each(databaseKinds)("on %s", (kind) => {
  describe.skipIf(isMissing(kind))("the knowledge base", () => {
    let services: OpenServices;
    const as = (role: "agent" | "editor" | "admin") => ctxOf(services, role);

    beforeAll(async () => {
      services = await openTestServices(kind);
      await importArticles(as("editor"), { articles: [permit, old, current, local, ...fund], publish: true });
      await importArticles(as("editor"), { articles: [draft], publish: false });
    });
    afterAll(() => services.close());

    test("answers with words that stand in the article just so", async () => {
      const { results, abstained } = await searchArticles(
        as("agent"),
        query("工地半夜施工噪声太大，他们有夜间施工许可吗"),
      );
      expect(abstained).toBe(false);
      const [first] = results;
      expect(first?.externalId).toBe("a-night");
      const { body } = await getArticle(as("agent"), { id: first?.articleId ?? "" });
      expect(body).toContain(first?.quote);
    });

    test.each([
      ["2025-12-31T23:59:59+08:00", "a-heat-2024"],
      ["2026-01-01T00:00:00+08:00", "a-heat-2026"],
    ])("at %s the answer is the one that holds then", async (moment, expected) => {
      const { results } = await searchArticles(as("agent"), query("供暖收费标准是多少", { at: moment }));
      const heating = results.map(({ externalId }) => externalId).filter((id) => id?.startsWith("a-heat"));
      expect(heating).toEqual([expected]);
    });

    test("says from when to when an answer holds, in Chinese time", async () => {
      const { results } = await searchArticles(as("agent"), query("供暖收费标准是多少"));
      expect(results[0]).toMatchObject({ validFrom: "2026-01-01T00:00:00+08:00", validUntil: null });
    });

    test("a draft is found by nobody, read and listed by editors only", async () => {
      const search = await searchArticles(as("editor"), query("电动车上牌需要什么材料"));
      expect(search.results.map(({ externalId }) => externalId)).not.toContain("a-draft");
      const [mine] = await listArticles(as("editor"), { state: "draft", limit: 10 });
      expect(mine?.externalId).toBe("a-draft");
      expect(await listArticles(as("agent"), { state: "draft", limit: 10 })).toEqual([]);
      await expect(getArticle(as("agent"), { id: mine?.id ?? "" })).rejects.toMatchObject({ fault: "not_found" });
    });

    test.each(["帮我写一首关于春天的诗", "世界杯冠军是谁", "", "？？？"])("%j has no answer here", async (text) => {
      const { results, abstained } = await searchArticles(as("agent"), query(text));
      expect(abstained).toBe(true);
      expect(results.filter(({ score }) => score >= 0.5)).toEqual([]);
    });

    test("an answer for one district is not given to another", async () => {
      const ids = async (region: string) =>
        (await searchArticles(as("agent"), query("老年食堂就餐优惠", { region }))).results.map((hit) => hit.externalId);
      expect(await ids("东湖区")).toContain("a-east");
      expect(await ids("西山区")).not.toContain("a-east");
    });

    test("articles that no longer hold do not crowd out the one that does", async () => {
      const expired = fund.map((input, n) =>
        article({
          ...input,
          externalId: `a-old-${n}`,
          title: "婚姻登记预约",
          body: `婚姻登记需要提前预约，旧办法之${n}。`,
          validUntil: "2026-01-01T00:00:00+08:00",
        }),
      );
      const valid = article({ externalId: "a-marry", title: "婚姻登记预约", body: "婚姻登记请提前三天预约。" });
      await importArticles(as("editor"), { articles: [...expired, ...expired.map(again), valid], publish: true });
      const { results } = await searchArticles(as("agent"), query("婚姻登记怎么预约"));
      expect(results[0]?.externalId).toBe("a-marry");
      expect(results.filter(({ externalId }) => externalId?.startsWith("a-old"))).toEqual([]);
    });

    test("a re-ranker orders the answers without being told whose they are; without it they keep their order", async () => {
      const asked = query("公积金提取要带什么，我是13812345678", { k: 3 });
      const own = await searchArticles(as("agent"), asked);
      const lastFirst = fakeReranker(({ documents }) =>
        documents.map((_, at) => ({ index: documents.length - 1 - at, score: 1 - at / 100 })),
      );
      const { results, abstained } = await searchArticles({ ...as("agent"), reranker: lastFirst }, asked);
      expect(results).toHaveLength(3);
      // What came near is never put before an answer, so none is lost behind the third.
      expect(abstained).toBe(own.abstained);
      const isAnswer = results.map(({ score }) => score >= answerFloor);
      expect(isAnswer).toEqual([...isAnswer].sort((left, right) => Number(right) - Number(left)));
      expect(results.map(({ articleId }) => articleId)).not.toEqual(own.results.map(({ articleId }) => articleId));
      expect(lastFirst.calls[0]?.query).not.toContain("13812345678");
      const down = fakeReranker(new AppError("unavailable", "重排服务暂不可用"));
      expect(await searchArticles({ ...as("agent"), reranker: down }, asked)).toEqual(own);
    });

    test("the index of vectors stands after an import of many", async () => {
      const found = await services.pool.query("select 1 from pg_indexes where indexname = 'passage_vectors_1'");
      expect(found.rowCount).toBe(1);
    });

    test("the same import again changes nothing, a changed one changes its article", async () => {
      const editor = as("editor");
      const input = { articles: [permit, permit, { ...draft, externalId: null }], publish: true };
      await importArticles(editor, input);
      const audited = (await listAudit(services.db, 1000)).length;
      expect(await importArticles(editor, input)).toEqual({ created: 0, updated: 0, unchanged: 3, passages: 0 });
      expect(await listAudit(services.db, 1000)).toHaveLength(audited);
      const changed = { ...permit, body: "夜间施工须取得证明。" };
      expect(await importArticles(editor, { articles: [changed], publish: true })).toMatchObject({ updated: 1 });
      const found = async (moment: string) => {
        const { results } = await searchArticles(as("agent"), query("夜间施工许可", { at: moment }));
        const hits = results.filter(({ externalId }) => externalId === "a-night");
        return hits.map(({ quote, version }) => [version, quote.slice(0, 6)]);
      };
      expect(await found(toShanghaiIso(services.now()))).toEqual([[2, "夜间施工须取"]]);
      expect(await found(at)).toEqual([[1, "禁止夜间进行"]]);
    });

    test("only editors import, and what they import is on record", async () => {
      await expect(importArticles(as("agent"), { articles: [draft], publish: true })).rejects.toMatchObject({
        fault: "forbidden",
      });
      await expect(searchArticles(as("admin"), query("供暖"))).rejects.toMatchObject({ fault: "forbidden" });
      const entry = (await listAudit(services.db, 100)).find(({ action }) => action === "article.import");
      expect(entry).toMatchObject({ actor: "user:editor-1" });
    });

    test("suggested answers have the shape that an order keeps", async () => {
      const [answer] = await suggestAnswers(as("agent"), { text: "供暖收费标准是多少", at });
      expect(Answer.parse(answer)).toEqual(answer);
      expect(answer).toMatchObject({ agency: "市住房公积金管理中心", fixed: true, kind: "答复口径", validUntil: null });
    });
  });
});

const again = (input: ArticleInput): ArticleInput => ({ ...input, externalId: `${input.externalId}-again` });
