import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { ArticleInput, importArticles, learnBridge, rememberPair, searchArticles } from "../../src/kb/index.ts";
import { toShanghaiIso } from "../../src/platform/clock.ts";
import { systemCtx } from "../../src/platform/context.ts";
import type { OpenServices } from "../../src/services.ts";
import { ctxOf, openTestServices } from "../support/services.ts";

const start = Date.parse("2026-03-01T10:00:00+08:00");
const minuteMs = 60_000;
const regions = [null, "东湖区", "西山区"];
const topics = ["社区食堂就餐优惠", "老年公交卡办理", "夜间施工许可", "供水中断恢复时间"];

/** Numbers from 0 to 1 that are the same in every run. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
const random = seeded(20_260_301);
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
const moment = () => start + Math.floor(random() * 120) * minuteMs;
const maybe = <T>(share: number, value: () => T): T | null => (random() < share ? value() : null);

/** When version 2 took the place of version 1, when it was taken down, and when either holds. */
type Life = { region: string | null; from: number | null; until: number | null; turn: number; retired: number | null };

const lives: Life[] = Array.from({ length: 60 }, () => {
  const from = maybe(0.5, moment);
  const until = maybe(0.5, () => (from ?? start) + Math.ceil(random() * 60) * minuteMs);
  const turn = moment();
  return {
    region: pick(regions),
    from,
    until,
    turn,
    retired: maybe(0.3, () => turn + Math.ceil(random() * 60) * minuteMs),
  };
});
const articleOf = (life: Life, n: number, version: number) =>
  ArticleInput.parse({
    externalId: `a${n}`,
    title: `${topics[n % topics.length]} ${n}`,
    body: `${topics[n % topics.length]}的规定，第${version}版，序号${n}。`,
    region: life.region,
    validFrom: life.from && toShanghaiIso(new Date(life.from)),
    validUntil: life.until && toShanghaiIso(new Date(life.until)),
  });

/** The version a reader there may see then, by the plain words of the rule. */
function allowed({ from, until, turn, retired, region }: Life, at: number, where: string | null): number | null {
  if ((from !== null && at < from) || (until !== null && at >= until)) return null;
  if (where && region && region !== where) return null;
  if (retired !== null && at >= retired) return null;
  return at < turn ? 1 : 2;
}

let services: OpenServices;
beforeAll(async () => {
  services = await openTestServices(inject("postgresUrl") ? "PostgreSQL" : "PGlite");
  const editor = ctxOf(services, "editor");
  for (const version of [1, 2]) {
    const articles = lives.map((life, n) => articleOf(life, n, version));
    await importArticles(editor, { articles, publish: true });
  }
  const drafts = topics.map((title, n) =>
    ArticleInput.parse({ externalId: `draft${n}`, title, body: `${title}草稿。` }),
  );
  await importArticles(editor, { articles: drafts, publish: false });
  for (const [n, { turn, retired }] of lives.entries()) {
    const set = (version: number, from: number | null, until: number | null) =>
      services.pool.query(
        `update article_versions set shown_from = $3, shown_until = $4
         where number = $2 and article_id = (select id from articles where external_id = $1)`,
        [`a${n}`, version, from && new Date(from), until && new Date(until)],
      );
    await set(1, null, turn);
    await set(2, turn, retired);
  }
  await confirmAll();
});

/** Every article was confirmed for its topic, so all of them are near to every question about it. */
async function confirmAll(): Promise<void> {
  const { rows } = await services.pool.query<{ id: string; title: string }>("select id, title from articles");
  for (const { id, title } of rows) {
    const pair = { question: title.replace(/ \d+$/u, ""), articleId: id, source: "told" };
    await services.inTransaction((tx) => rememberPair(tx, services, pair));
  }
  await learnBridge(systemCtx(services, "test", new AbortController().signal, "test"));
}
afterAll(() => services.close());

test("in 3,000 questions around the boundary moments nobody gets an expired, unpublished, retired or other-region article", async () => {
  const edges = lives.flatMap(({ from, until, turn, retired }) =>
    [from, until, turn, retired].filter((edge) => edge !== null),
  );
  const agent = ctxOf(services, "agent");
  const byName = new Map(lives.map((life, n) => [`a${n}`, life]));
  let answered = 0;
  const wrong: string[] = [];
  const ask = async () => {
    const at = pick(edges) + pick([-minuteMs, -1_000, 0, 1_000, minuteMs]);
    const region = pick(regions);
    const asked = { text: pick(topics), at: toShanghaiIso(new Date(at)), region, k: 50 };
    for (const { externalId, version } of (await searchArticles(agent, asked)).results) {
      const life = byName.get(externalId ?? "");
      const right = life ? allowed(life, at, region) : null;
      if (right === version) answered += 1;
      else wrong.push(`${externalId} 第${version}版 ${asked.at} ${region}，应为 ${right}`);
    }
  };
  for (let n = 0; n < 3_000; n += 10) await Promise.all(Array.from({ length: 10 }, ask));
  expect(wrong).toEqual([]);
  expect(answered).toBeGreaterThan(5_000);
}, 1_200_000);
