import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawWaveform, drawWaveformJob } from "../../src/orders/index.ts";
import { listAudit } from "../../src/platform/audit.ts";
import { callOf, engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";
import { tone, waveOf } from "../support/wave.ts";

const agent = [...tone(1, 0.8), ...tone(1, 0)];
const citizen = [...tone(1, 0), ...tone(1, 0.5)];
const wave = waveOf([agent, citizen]);
const mp3 = Buffer.concat([Buffer.from("ID3\x04\0\0\0\0\0\0", "latin1"), Buffer.alloc(500, 1)]);

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  const rung: string[] = [];
  const told: string[] = [];
  beforeAll(async () => {
    t = await openTestApp(engine, ({ config }) => ({
      config: { ...config, uploadMaxBytes: 100_000 },
      ring: async (job, { id }) => void rung.push(`${job.name} ${id}`),
    }));
    t.services.events.listen((event) => "callId" in event && told.push(`${event.what} ${event.callId}`));
    for (const id of ["c1", "c2", "c3"]) await receive(id);
    await receive("other", "A2", "agent.two");
  });
  afterAll(() => t.close());

  const receive = async (id: string, agentId = "A1", who = "agent") =>
    expect((await t.as(who, "/api/calls", { method: "POST", body: callOf(id, agentId) })).status).toBe(202);
  const ask = (path: string, init: RequestInit & { duplex?: "half" }, who: string | null = "agent") =>
    t.app.request(`http://localhost${path}`, {
      ...init,
      headers: { ...(who ? { cookie: t.cookieOf(who) } : {}), ...(init.headers as Record<string, string>) },
    });
  const put = (id: string, body: Buffer<ArrayBuffer> | null, who: string | null = "agent") =>
    ask(`/api/calls/${id}/recording`, { method: "PUT", body }, who);
  const get = (id: string, range?: string, who: string | null = "agent", more: Record<string, string> = {}) =>
    ask(`/api/calls/${id}/recording`, { headers: { ...(range ? { range } : {}), ...more } }, who);
  const listenings = async (id: string) =>
    (await listAudit(t.services.db, 500)).filter(
      ({ action, target }) => action === "recording.listen" && target === id,
    );

  test("a recording is kept by its hash, told by its bytes, and its waveform is asked for", async () => {
    const kept = await put("c1", wave);
    expect(kept.status).toBe(200);
    const head = await kept.json();
    const sha256 = createHash("sha256").update(wave).digest("hex");
    expect(head).toMatchObject({
      type: "audio/wav",
      sizeBytes: wave.length,
      sha256,
      waveform: "等待",
      durationMs: null,
    });
    expect(rung).toContain("draw-waveform c1");
    expect(told).toContain("recorded c1");
    expect(await (await put("c1", wave)).json()).toEqual(head);
    expect((await put("c1", mp3)).status).toBe(409);
    expect((await drawWaveformJob.waiting(t.services.db, new Date(Date.now() + 1000))).map(({ id }) => id)).toEqual([
      "c1",
    ]);
  });

  test("the waveform is drawn once in the background, by channel", async () => {
    const path = "/api/calls/c1/recording/peaks";
    expect(await (await t.as("agent", path)).json()).toMatchObject({ waveform: "等待", channels: [] });
    await drawWaveform(t.ctx, { id: "c1" });
    await drawWaveform(t.ctx, { id: "c1" });
    const drawn = await (await t.as("qa", path)).json();
    expect(drawn).toMatchObject({ waveform: "已生成", durationMs: 2000, peaksPerSec: 50 });
    expect(drawn.channels.map((list: number[]) => Math.max(...list.slice(0, 50)))).toEqual([expect.closeTo(0.8, 2), 0]);
    const view = await (await t.as("agent", "/api/calls/c1")).json();
    expect(view).toMatchObject({ recording: { waveform: "已生成", channels: 2 } });
    expect((await listAudit(t.services.db, 500)).filter(({ action }) => action === "recording.waveform")).toHaveLength(
      1,
    );
  });

  test("a format that is not decoded here is said to have no waveform, and can be heard", async () => {
    expect((await put("c2", mp3)).status).toBe(200);
    await drawWaveform(t.ctx, { id: "c2" });
    const peaks = await (await t.as("agent", "/api/calls/c2/recording/peaks")).json();
    expect(peaks).toMatchObject({ waveform: "无波形", channels: [] });
    const heard = await get("c2");
    expect([heard.headers.get("content-type"), Buffer.from(await heard.arrayBuffer()).equals(mp3)]).toEqual([
      "audio/mpeg",
      true,
    ]);
  });

  test("parts are given as asked, and the whole with its tag", async () => {
    const whole = await get("c1");
    expect(whole.status).toBe(200);
    expect(Buffer.from(await whole.arrayBuffer()).equals(wave)).toBe(true);
    const tag = whole.headers.get("etag") ?? "";
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      "accept-ranges": "bytes",
      "content-length": String(wave.length),
    });
    const part = await get("c1", "bytes=100-299");
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 100-299/${wave.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(wave.subarray(100, 300))).toBe(true);
    const tail = await get("c1", "bytes=-10");
    expect(Buffer.from(await tail.arrayBuffer()).equals(wave.subarray(-10))).toBe(true);
    const beyond = await get("c1", `bytes=${wave.length}-`);
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${wave.length}`]);
    expect((await get("c1", "bytes=0-9", "agent", { "if-range": tag })).status).toBe(206);
    expect((await get("c1", "bytes=0-9", "agent", { "if-range": '"old"' })).status).toBe(200);
  });

  test("every listening is on record once: its pieces are none of their own, wherever it begins", async () => {
    expect((await put("c3", wave)).status).toBe(200);
    expect(await listenings("c3")).toEqual([]);
    await get("c3", "bytes=5000-");
    await get("c3", "bytes=9000-");
    expect(await listenings("c3")).toHaveLength(1);
    await get("c3", "bytes=0-", "qa");
    expect((await listenings("c3")).map(({ actor }) => actor)).toEqual([
      `user:${t.idOf("qa")}`,
      `user:${t.idOf("agent")}`,
    ]);
    expect((await get("other", undefined, "agent")).status).toBe(404);
    expect(await listenings("other")).toEqual([]);
  });

  test.each([
    ["a picture", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]), 400, /只接受录音/],
    ["nothing", null, 400, /空的/],
    ["too much", waveOf([tone(7, 0.5)]), 413, /超过/],
  ])("%s is refused, and leaves nothing", async (_, body, status, words) => {
    await receive(`bad-${status}-${words.source.length}`);
    const id = `bad-${status}-${words.source.length}`;
    const response = await put(id, body);
    expect([response.status, (await response.json()).message]).toEqual([status, expect.stringMatching(words)]);
    expect((await get(id)).status).toBe(404);
  });

  test("foreign and missing calls look alike, strangers and other roles are refused", async () => {
    for (const id of ["other", "none"]) {
      expect((await put(id, wave)).status).toBe(404);
      expect((await get(id)).status).toBe(404);
      expect((await ask(`/api/calls/${id}/recording/peaks`, {})).status).toBe(404);
    }
    expect([(await put("c1", wave, null)).status, (await get("c1", undefined, null)).status]).toEqual([401, 401]);
    expect([(await put("c1", wave, "qa")).status, (await get("c1", undefined, "admin")).status]).toEqual([403, 403]);
  });
});
