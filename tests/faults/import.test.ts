import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openPool } from "../../src/platform/db.ts";
import { demoCookie, startTingsu, type Tingsu, until } from "../support/tingsu.ts";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const articles = 600;
const file = Array.from({ length: articles }, (_, n) =>
  JSON.stringify({ id: `kill-${n}`, title: `断电也不丢 ${n}`, body: `第 ${n} 项业务，到 ${n} 号窗口办理。` }),
).join("\n");

async function ask(server: Tingsu, cookie: string, path: string, init: RequestInit = {}) {
  const headers = { "content-type": "application/json", origin: server.url, cookie, ...init.headers };
  return (await fetch(`${server.url}/api/articles/imports${path}`, { ...init, headers })).json();
}

test("kill -9 in the middle of an import, then start: every article is in once, and the report counts each once", async () => {
  const DATA_DIR = await mkdtemp(join(tmpdir(), "tingsu-data-"));
  folders.push(DATA_DIR);
  const first = await startTingsu("serve", { DATA_DIR });
  const cookie = await demoCookie(first.url, "editor");
  const { id } = await ask(first, cookie, "?name=a.jsonl", { method: "PUT", body: file });
  await until(async () => (await ask(first, cookie, `/${id}`)).state === "ready", 60);
  const { version } = await ask(first, cookie, `/${id}`);
  const body = JSON.stringify({ version, publish: true });
  await ask(first, cookie, `/${id}/confirm`, { method: "POST", body });
  await until(async () => (await ask(first, cookie, `/${id}`)).progress.done >= articles / 4, 120);
  await first.kill();

  const second = await startTingsu("serve", { DATA_DIR, SWEEP_SEC: "2" });
  const again = await demoCookie(second.url, "editor");
  const halfway = (await ask(second, again, `/${id}`)).progress.done;
  await until(async () => (await ask(second, again, `/${id}`)).state === "done", 180);
  const ended = await ask(second, again, `/${id}`);
  expect(await second.stop()).toBe(0);
  expect(halfway).toBeLessThan(articles);
  expect(ended.report).toMatchObject({ created: articles, updated: 0, unchanged: 0 });

  const pool = await openPool({ databaseUrl: null, dataDir: DATA_DIR }, () => {});
  const { rows } = await pool.query(`select count(*)::int as articles, count(distinct external_id)::int as names,
    (select count(*)::int from article_versions v join articles a on a.id = v.article_id where external_id like 'kill-%') as versions,
    (select count(*)::int from pg_indexes where indexname = 'passage_vectors_1') as indexes
    from articles where external_id like 'kill-%'`);
  await pool.end();
  expect(rows).toEqual([{ articles, names: articles, versions: articles, indexes: 1 }]);
}, 420_000);
