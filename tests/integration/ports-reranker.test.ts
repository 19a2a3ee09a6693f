import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { fakeReranker } from "../../src/adapters/fake/fake-reranker.ts";
import { createHttpReranker } from "../../src/adapters/http-reranker.ts";
import { trusted } from "../../src/platform/mask.ts";
import type { Reranker } from "../../src/ports/reranker.ts";

type Sent = { model: string; query: string; documents: string[]; top_n: number };
type Reply = { status?: number; body: string } | null;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(reply: (sent: Sent, call: number) => Reply): Promise<{ url: string; sent: Sent[] }> {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const asked: Sent = JSON.parse(body);
    sent.push(asked);
    const answer = request.url === "/v1/rerank" ? reply(asked, sent.length) : { status: 404, body: "{}" };
    if (answer) response.writeHead(answer.status ?? 200).end(answer.body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`, sent };
}

const at = (baseUrl: string): Reranker => createHttpReranker({ baseUrl, apiKey: "k", model: "m", timeoutMs: 600 });
/** The shorter the better, told in the order of the documents as some servers do. */
const shortFirst = ({ documents }: Sent): Reply => ({
  body: JSON.stringify({ results: documents.map((text, index) => ({ index, relevance_score: 1 / text.length })) }),
});
const ask = (reranker: Reranker, documents = ["一二三四", "一", "一二"]) =>
  reranker.rerank({
    query: trusted("问"),
    documents: documents.map(trusted),
    signal: new AbortController().signal,
  });

describe.each<[string, () => Promise<Reranker>]>([
  ["http", async () => at((await serve(shortFirst)).url)],
  ["fake", async () => fakeReranker()],
])("the re-ranker %s", (_name, make) => {
  test("names each document once, best first", async () => {
    expect((await ask(await make())).map(({ index }) => index)).toEqual([1, 2, 0]);
  });

  test("no documents, no answer", async () => {
    expect(await ask(await make(), [])).toEqual([]);
  });
});

test("the server is sent model, query, documents and how many", async () => {
  const { url, sent } = await serve(shortFirst);
  await ask(at(url));
  expect(sent).toEqual([
    expect.objectContaining({ model: "m", query: "问", documents: ["一二三四", "一", "一二"], top_n: 3 }),
  ]);
});

test.each<[string, Reply, string]>([
  ["an index outside", { body: '{"results":[{"index":3,"relevance_score":1}]}' }, "bad_answer"],
  [
    "an index twice",
    { body: `{"results":${JSON.stringify([0, 0].map((index) => ({ index, relevance_score: 1 })))}}` },
    "bad_answer",
  ],
  ["no results", { body: "{}" }, "bad_answer"],
  ["no JSON", { body: "<html>" }, "bad_answer"],
  ["HTTP 429", { status: 429, body: "{}" }, "rate_limited"],
  ["HTTP 500", { status: 500, body: "{}" }, "unavailable"],
  ["no answer", null, "unavailable"],
])("%s is an error of its kind", async (_case, reply, fault) => {
  const { url } = await serve(() => reply);
  await expect(ask(at(url))).rejects.toMatchObject({ fault });
});

test("a passing failure is tried again; one that lasts is not asked again for a while", async () => {
  const passing = await serve((sent, call) => (call === 1 ? { status: 503, body: "{}" } : shortFirst(sent)));
  expect(await ask(at(passing.url))).toHaveLength(3);
  const lasting = await serve(() => ({ status: 503, body: "{}" }));
  const reranker = at(lasting.url);
  for (let n = 0; n < 5; n += 1) await expect(ask(reranker)).rejects.toMatchObject({ fault: "unavailable" });
  expect(lasting.sent).toHaveLength(2);
});
