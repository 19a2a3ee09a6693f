import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openPool } from "../../src/platform/db.ts";
import { complaintCall } from "../support/calls.ts";
import { exactlyOnce, processingCounts } from "../support/exactly-once.ts";
import { demoCookie, runTingsu, startTingsu, type Tingsu, until } from "../support/tingsu.ts";

const folders: string[] = [];
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tingsu-data-"));
  folders.push(folder);
  return folder;
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const send = (server: Tingsu, cookie: string, id: string) =>
  fetch(`${server.url}/api/calls`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url, cookie },
    body: JSON.stringify(complaintCall(id)),
  });

const callsOf = async (server: Tingsu, cookie: string) => {
  const answer = await fetch(`${server.url}/api/calls?limit=200`, { headers: { cookie } });
  return ((await answer.json()) as { items: { id: string; state: string }[] }).items;
};

test("kill -9 in the middle of processing, then start: every acknowledged call is processed exactly once", async () => {
  const DATA_DIR = await newFolder();
  const first = await startTingsu("serve", { DATA_DIR });
  const cookie = await demoCookie(first.url, "agent");
  const acknowledged: string[] = [];
  const sending = Array.from({ length: 60 }, async (_, n) => {
    const answer = await send(first, cookie, `k-${n}`).catch(() => null);
    if (answer?.status === 202) acknowledged.push(`k-${n}`);
  });
  await until(
    async () => (await callsOf(first, cookie)).some((call) => call.id.startsWith("k-") && call.state === "processed"),
    20,
  );
  await first.kill();
  await Promise.all(sending);

  const second = await startTingsu("serve", { DATA_DIR, SWEEP_SEC: "2" });
  const again = await demoCookie(second.url, "qa");
  await until(async () => {
    const calls = await callsOf(second, again);
    const done = new Set(calls.filter((call) => call.state === "processed").map((call) => call.id));
    return acknowledged.every((id) => done.has(id)) && calls.every((call) => done.has(call.id)) && calls.length >= 8;
  }, 60);
  expect(await second.stop()).toBe(0);
  expect(acknowledged.length).toBeGreaterThan(0);

  const pool = await openPool({ databaseUrl: null, dataDir: DATA_DIR }, () => {});
  const counts = await processingCounts(pool);
  await pool.end();
  const callbacks = (counts.calls ?? 0) - (counts.orders ?? 0);
  expect(counts).toEqual(exactlyOnce(counts.calls ?? 0, callbacks));
  expect(callbacks).toBeLessThanOrEqual(2);
});

test("a second process on the same folder says so and exits; the first goes on", async () => {
  const DATA_DIR = await newFolder();
  const first = await startTingsu("serve", { DATA_DIR });
  const second = await runTingsu(["serve"], { DATA_DIR, PORT: "1" });
  expect(second.code).toBe(1);
  expect(second.output).toContain("另一个听诉进程正在使用数据目录");
  expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
  await first.stop();
});

test("nobody else on the machine can read the data folder", async () => {
  const DATA_DIR = join(await newFolder(), "data");
  const server = await startTingsu("serve", { DATA_DIR });
  await server.stop();
  expect(((await stat(DATA_DIR)).mode & 0o777).toString(8)).toBe("700");
  expect(((await stat(join(DATA_DIR, "db"))).mode & 0o777).toString(8)).toBe("700");
});

test("a fresh start is ready within 8 s and a second within 2 s", async () => {
  const DATA_DIR = await newFolder();
  const fresh = await startTingsu("serve", { DATA_DIR });
  await fresh.stop();
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const again = await startTingsu("serve", { DATA_DIR });
    times.push(again.readyMs);
    await again.stop();
  }
  process.stderr.write(`ready: fresh ${Math.round(fresh.readyMs)} ms, again ${times.map(Math.round).join(" ")} ms\n`);
  expect(fresh.readyMs).toBeLessThan(8_000);
  expect(Math.min(...times)).toBeLessThan(2_000);
});
