import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { fakeEmbedder } from "../../src/adapters/fake/fake-embedder.ts";
import { createHashedEmbedder } from "../../src/adapters/hashed-embedder.ts";
import { createOpenAiEmbedder } from "../../src/adapters/openai-embedder.ts";
import { trusted } from "../../src/platform/mask.ts";
import type { Embedder } from "../../src/ports/embedder.ts";

const open = () => new AbortController().signal;
const query = { kind: "query" as const, signal: open() };
const dot = (a: Float32Array | undefined, b: Float32Array | undefined) =>
  (a ?? new Float32Array()).reduce((sum, value, at) => sum + value * (b?.[at] ?? 0), 0);

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Reply = { status?: number; body: string } | null;
type Sent = { input: string[]; dimensions: number; encoding_format: string };

async function serve(reply: (sent: Sent) => Reply): Promise<{ url: string; sent: Sent[] }> {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const asked: Sent = JSON.parse(body);
    sent.push(asked);
    const answer = reply(asked);
    if (answer) response.writeHead(answer.status ?? 200).end(answer.body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`, sent };
}

const vectorOf = (text: string, dimensions: number) =>
  Array.from({ length: dimensions }, (_, at) => (at === text.length % dimensions ? 3 : 0.5));
/** The last first, as a server may send them. */
const wellBehaved = ({ input, dimensions }: Sent): Reply => ({
  body: JSON.stringify({
    data: input.map((text, index) => ({ index, embedding: vectorOf(text, dimensions) })).reverse(),
  }),
});
const embedderAt = (baseUrl: string, timeoutMs = 5_000) =>
  createOpenAiEmbedder({ baseUrl, apiKey: "k", model: "m", dimensions: 16, timeoutMs });

describe.each<[string, () => Promise<Embedder>]>([
  ["hashed", async () => createHashedEmbedder()],
  ["openai", async () => embedderAt((await serve(wellBehaved)).url)],
  ["fake", async () => fakeEmbedder(16)],
])("the embedder %s", (_name, make) => {
  test("gives one vector a text, of its dimensions and norm 1", async () => {
    const embedder = await make();
    const texts = ["夜间施工噪声", "", "！？", "a".repeat(10_000)].map(trusted);
    const vectors = await embedder.embed(texts, query);
    expect(vectors.map((vector) => vector.length)).toEqual(texts.map(() => embedder.dimensions));
    for (const vector of vectors) expect(dot(vector, vector)).toBeCloseTo(1, 4);
  });

  test("gives the vectors in the order of the texts, however many", async () => {
    const embedder = await make();
    const texts = Array.from({ length: 150 }, (_, n) => trusted("号".repeat((n % 13) + 1)));
    const all = await embedder.embed(texts, query);
    const [last] = await embedder.embed(texts.slice(-1), query);
    expect(all).toHaveLength(150);
    expect(dot(all.at(-1), last)).toBeCloseTo(1, 4);
  });

  test("no texts, no vectors", async () => {
    expect(await (await make()).embed([], query)).toEqual([]);
  });

  test("a call whose signal has ended is not begun", async () => {
    const signal = AbortSignal.abort(new Error("shutting down"));
    await expect((await make()).embed([trusted("甲")], { kind: "query", signal })).rejects.toThrow();
  });
});

describe("hashed", () => {
  const likeness = async (one: string, other: string) => {
    const [a, b] = await createHashedEmbedder().embed([trusted(one), trusted(other)], query);
    return dot(a, b);
  };

  test("the same matter in other words is nearer than another matter", async () => {
    const same = await likeness("小区停车收费太高", "停车费收费标准");
    expect(same).toBeGreaterThan((await likeness("小区停车收费太高", "新生儿怎么上户口")) + 0.1);
  });

  test("traditional and simplified writing are the same", async () => {
    expect(await likeness("供暖費怎麼繳", "供暖费怎么缴")).toBeCloseTo(1, 4);
  });

  test("vectors do not change from one release to the next, since they are kept in the database", async () => {
    const [vector] = await createHashedEmbedder().embed([trusted("夜间施工噪声")], query);
    const largest = Array.from(vector ?? [], (value, at) => ({ at, value })).filter(({ value }) => value !== 0);
    expect(largest.map(({ at, value }) => `${at}:${value.toFixed(3)}`).join(" ")).toMatchInlineSnapshot(
      `"31:-0.184 59:0.312 68:-0.312 90:-0.279 99:0.312 120:0.184 242:0.279 253:0.184 303:-0.279 342:-0.312 358:0.184 370:0.184 384:0.312 423:0.184 495:-0.279"`,
    );
  });
});

test("the server is asked for plain numbers of our dimensions, 64 texts at a time", async () => {
  const { url, sent } = await serve(wellBehaved);
  await embedderAt(url).embed(
    Array.from({ length: 100 }, () => trusted("甲")),
    query,
  );
  expect(sent.map(({ input }) => input.length)).toEqual([64, 36]);
  expect(sent[0]).toMatchObject({ dimensions: 16, encoding_format: "float", model: "m" });
});

test.each<[string, (sent: Sent) => Reply, string]>([
  [
    "another number of dimensions",
    () => ({ body: JSON.stringify({ data: [{ index: 0, embedding: [1, 2] }] }) }),
    "bad_answer",
  ],
  [
    "only zeros",
    () => ({ body: JSON.stringify({ data: [{ index: 0, embedding: Array(16).fill(0) }] }) }),
    "bad_answer",
  ],
  ["too few vectors", () => ({ body: '{"data":[]}' }), "bad_answer"],
  ["no JSON", () => ({ body: "<html>" }), "bad_answer"],
  ["words for numbers", () => ({ body: '{"data":[{"index":0,"embedding":"AAAA"}]}' }), "bad_answer"],
  ["HTTP 429", () => ({ status: 429, body: "{}" }), "rate_limited"],
  ["HTTP 500", () => ({ status: 500, body: "{}" }), "unavailable"],
  ["no answer", () => null, "unavailable"],
])("%s is an error of its kind", async (_case, reply, fault) => {
  const { url } = await serve(reply);
  await expect(embedderAt(url, 200).embed([trusted("甲")], query)).rejects.toMatchObject({ fault });
});

test("a refused connection is unavailable", async () => {
  const { url } = await serve(() => null);
  servers.pop()?.close();
  await expect(embedderAt(url).embed([trusted("甲")], query)).rejects.toMatchObject({ fault: "unavailable" });
});
