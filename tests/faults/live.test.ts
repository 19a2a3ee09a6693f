import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { head, said, utterance } from "../support/live.ts";
import { demoCookie, startTingsu, type Tingsu, until } from "../support/tingsu.ts";

const callIds = Array.from({ length: 12 }, (_, n) => `live-${n}`);

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "tingsu-live-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** Says the words one after the other until the server is gone; gives how many were acknowledged. */
async function sayUntilGone(server: Tingsu, cookie: string, id: string): Promise<number> {
  let acknowledged = 0;
  for (let i = 0; ; i++) {
    const words = said[i] ?? utterance(i, i % 2 ? "citizen" : "agent", `第${i}句话。`);
    const answer = await post(server, cookie, id, { ...(i === 0 ? { call: head } : {}), utterances: [words] }).catch(
      () => null,
    );
    if (answer?.status !== 200) return acknowledged;
    acknowledged += 1;
  }
}

const post = (server: Tingsu, cookie: string, id: string, body: unknown) =>
  fetch(`${server.url}/api/calls/${id}/utterances`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url, cookie },
    body: JSON.stringify(body),
  });

const view = async (server: Tingsu, cookie: string, id: string) =>
  (await fetch(`${server.url}/api/calls/${id}`, { headers: { cookie } })).json();

test("kill -9 in the middle of twelve live calls: no acknowledged word is lost, edits and drafts are back, each call ends processed", async () => {
  const first = await startTingsu("serve", { DATA_DIR: dataDir });
  const cookie = await demoCookie(first.url, "agent");
  const speaking = callIds.map((id) => sayUntilGone(first, cookie, id));
  const orderOf = async (id: string) => (await view(first, cookie, id)).order;
  await until(async () => (await orderOf("live-0"))?.elements.place?.value, 30);
  const { id: orderId, version } = await orderOf("live-0");
  const edited = await fetch(`${first.url}/api/orders/${orderId}`, {
    method: "PATCH",
    headers: { "content-type": "application/json", origin: first.url, cookie },
    body: JSON.stringify({ version, changes: { elements: { place: { value: "体育馆东门", status: "已记录" } } } }),
  });
  expect(edited.status).toBe(200);
  await first.kill();
  const acknowledged = await Promise.all(speaking);
  expect(Math.min(...acknowledged)).toBeGreaterThan(0);

  const second = await startTingsu("serve", { DATA_DIR: dataDir, SWEEP_SEC: "2" });
  const again = await demoCookie(second.url, "agent");
  for (const [n, id] of callIds.entries()) {
    const seen = await view(second, again, id);
    const numbers = seen.call.utterances.map(({ i }: { i: number }) => i);
    expect(numbers).toEqual(numbers.map((_: number, i: number) => i));
    // One more may have been written whose acknowledgement did not arrive.
    expect([acknowledged[n], (acknowledged[n] ?? 0) + 1]).toContain(numbers.length);
    expect(seen).toMatchObject({ state: "live", live: true, order: { state: "draft" } });
    // The sender does not know whether its last post arrived: it sends it again, and goes on.
    const last = seen.call.utterances.at(-1);
    expect((await post(second, again, id, { utterances: [last], ended: true })).status).toBe(200);
  }
  const kept = await view(second, again, "live-0");
  expect(kept.order).toMatchObject({ id: orderId, elements: { place: { value: "体育馆东门", engine: "human" } } });
  await until(async () => {
    const states = await Promise.all(callIds.map(async (id) => (await view(second, again, id)).state));
    return states.every((state) => state === "processed");
  }, 60);
  expect((await view(second, again, "live-0")).order.elements.place.value).toBe("体育馆东门");
  expect(await second.stop()).toBe(0);
});
