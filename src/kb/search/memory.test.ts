import { expect, test } from "vitest";
import type { Ctx, Db } from "../../platform/context.ts";
import { loadRules } from "../../platform/rules/index.ts";
import { askedBook } from "./asked/book.ts";
import { documentsOf, recall, type SearchMemory } from "./memory.ts";
import { emptyStatistics } from "./statistics.ts";
import type { StoredRow } from "./stored.ts";
import { noLinks, packLinks } from "./word-links.ts";

const ctx = { rules: loadRules("rules", "yunling") } as Ctx;

const row = (version: number): StoredRow => ({
  articleId: "a",
  version,
  externalId: null,
  title: "社会保障卡补办",
  body: "持身份证到窗口补办。",
  agency: null,
  bulletin: false,
  region: null,
  validFromMs: null,
  validUntilMs: null,
  passages: [["持身份证到窗口补办。", "身份证 窗口 补办"]],
});

test("articles are found though what is kept is put away while the database answers", async () => {
  const memory: SearchMemory = {
    statistics: emptyStatistics(),
    links: noLinks,
    asked: { revision: 0, book: askedBook([]) },
    vectors: null,
    isUnnumbered: false,
    documents: new Map(),
  };
  const answering = (rows: StoredRow[]): Db => {
    const execute = async () => {
      memory.documents = new Map();
      return { rows };
    };
    return { execute } as unknown as Db;
  };
  const [first, second] = [row(1), row(2)];
  await documentsOf(ctx, answering([first]), memory, [first]);
  const found = await documentsOf(ctx, answering([second]), memory, [first, second]);
  expect(found.map(({ stored }) => stored.version)).toEqual([1, 2]);
});

test("what was learned anew is read once for all questions that come at that moment", async () => {
  const ctx = { pool: {} } as Ctx;
  let reads = 0;
  const learned = { id: "links", revision: 1, rows: 0, content: packLinks(new Map()) };
  const db = {
    execute: async () => ({ rows: [{ id: "links", revision: 1 }] }),
    select: () => ({
      from: () => ({
        where: async () => {
          reads += 1;
          return [learned];
        },
      }),
    }),
  } as unknown as Db;
  const [memory] = await Promise.all([recall(ctx, db), recall(ctx, db), recall(ctx, db)]);
  expect([memory.links.revision, reads]).toEqual([1, 1]);
});
