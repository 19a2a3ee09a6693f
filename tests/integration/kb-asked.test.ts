import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ArticleInput,
  decideGap,
  importArticles,
  learnBridge,
  learnBridgeJob,
  rememberPair,
  searchArticles,
} from "../../src/kb/index.ts";
import { forgetPair } from "../../src/kb/search/learn-bridge.ts";
import { systemCtx } from "../../src/platform/context.ts";
import type { OpenServices } from "../../src/services.ts";
import { databaseKinds, isMissing } from "../support/databases.ts";
import { ctxOf, openTestServices } from "../support/services.ts";

const at = "2026-03-05T09:12:00+08:00";
const article = (fields: object) => ArticleInput.parse({ agency: "市民政局", ...fields });
const others = Array.from({ length: 30 }, (_, n) =>
  article({ externalId: `q-${n}`, title: `第${n}项业务办理`, body: `第${n}项业务到${n}号窗口办理，需要身份证。` }),
);
const subsidy = article({
  externalId: "q-subsidy",
  title: "清洁取暖运行补贴",
  body: "采暖季结束后，由镇政府核实用量，按每户不超过六百元一次发放到账。",
});
const expired = article({
  externalId: "q-expired",
  title: "清洁取暖运行补贴（旧）",
  body: "按每户不超过四百元发放。",
  validUntil: "2026-01-01T00:00:00+08:00",
});
const elsewhere = article({
  externalId: "q-east",
  title: "东湖区增发补贴",
  body: "东湖区每户另发一百元。",
  region: "东湖区",
});

describe.each(databaseKinds)("on %s", (kind) => {
  describe.skipIf(isMissing(kind))("what callers' questions were confirmed for", () => {
    let services: OpenServices;
    let ids: Map<string, string>;
    const system = () => systemCtx(services, "test", new AbortController().signal, "test");
    const pairOf = (externalId: string, question: string) => ({
      question,
      articleId: ids.get(externalId) ?? "",
      source: "told",
    });
    const confirm = async (...pairs: ReturnType<typeof pairOf>[]) => {
      for (const pair of pairs) await services.inTransaction((tx) => rememberPair(tx, services, pair));
      await learnBridge(system());
    };
    const takeBack = async (...pairs: ReturnType<typeof pairOf>[]) => {
      for (const pair of pairs) await services.inTransaction((tx) => forgetPair(tx, pair));
      await learnBridge(system());
    };
    const search = (text: string, more = {}) => searchArticles(ctxOf(services, "agent"), { text, at, k: 5, ...more });
    const found = async (text: string, more = {}) =>
      (await search(text, more)).results.map(({ externalId }) => externalId);

    beforeAll(async () => {
      services = await openTestServices(kind);
      await importArticles(ctxOf(services, "editor"), {
        articles: [...others, subsidy, expired, elsewhere],
        publish: true,
      });
      const { rows } = await services.pool.query<{ id: string; external_id: string }>(
        "select id, external_id from articles",
      );
      ids = new Map(rows.map(({ id, external_id }) => [external_id, id]));
    });
    afterAll(() => services.close());

    const told = "俺家烧蜂窝煤改插电的了，那笔钱啥时候打卡上";
    const asked = "烧蜂窝煤改插电的，那笔钱怎么还没打卡上";

    test("a confirmed question lifts its article for a question like it, and taking it back takes that away", async () => {
      expect((await found(asked))[0]).not.toBe("q-subsidy");
      await confirm(pairOf("q-subsidy", told));
      const { results, abstained } = await search(asked);
      expect([results[0]?.externalId, abstained]).toEqual(["q-subsidy", false]);
      await takeBack(pairOf("q-subsidy", told));
      expect((await found(asked))[0]).not.toBe("q-subsidy");
      expect((await search(asked)).abstained).toBe(true);
    });

    test("an expired article and one of another district do not come by what they were confirmed for", async () => {
      const pairs = [pairOf("q-expired", told), pairOf("q-east", told)];
      await confirm(...pairs);
      expect(await found(asked, { region: "西山区" })).not.toContain("q-expired");
      expect(await found(asked, { region: "西山区" })).not.toContain("q-east");
      expect((await found(asked, { at: "2025-12-31T23:59:00+08:00", region: "西山区" }))[0]).toBe("q-expired");
      expect((await found(asked, { region: "东湖区" }))[0]).toBe("q-east");
      await takeBack(...pairs);
    });

    test("the same words confirmed for two articles find the one that holds", async () => {
      const pairs = [pairOf("q-expired", told), pairOf("q-subsidy", told)];
      await confirm(...pairs);
      const ordered = await found(told);
      expect(ordered[0]).toBe("q-subsidy");
      expect(ordered).not.toContain("q-expired");
      await takeBack(...pairs);
    });

    test("questions of a gap are learned once an editor wants no article for it, those asked later are not", async () => {
      const ask = (id: string, at: string) =>
        services.pool.query(
          `insert into gap_questions (id, gap_id, source, question, at, once_key)
            values ($1, 'gap', 'search', '附近哪家饭店好吃', $2::timestamptz, $1)`,
          [id, at],
        );
      const learned = async () => {
        await learnBridge(system());
        const { rows } = await services.pool.query<{ rows: number }>(
          "select rows from search_learned where id = 'asked'",
        );
        return rows[0]?.rows;
      };
      await services.pool.query(
        `insert into gaps (id, state, question, questions, calls, first_at, last_at)
          values ('gap', 'open', '附近哪家饭店好吃', 1, 0, now(), now())`,
      );
      await ask("before", "2020-01-01");
      const without = (await learned()) ?? 0;
      await decideGap(ctxOf(services, "editor"), "gap", { state: "dismissed", note: "闲聊" });
      expect(await learnBridgeJob.waiting(services.db, new Date("2100-01-01"))).toHaveLength(1);
      await ask("after", "2099-01-01");
      expect(await learned()).toBe(without + 1);
      await decideGap(ctxOf(services, "editor"), "gap", { state: "open" });
      expect(await learned()).toBe(without);
    });

    test("the switch of the bridge turns it off", async () => {
      await confirm(pairOf("q-subsidy", told));
      const off = { ...ctxOf(services, "agent"), config: { ...services.config, bridge: false } };
      const { results } = await searchArticles(off, { text: asked, at, k: 5 });
      expect(results[0]?.externalId).not.toBe("q-subsidy");
      await takeBack(pairOf("q-subsidy", told));
    });
  });
});
