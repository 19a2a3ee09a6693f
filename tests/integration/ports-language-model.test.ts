import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { fakeLanguageModel } from "../../src/adapters/fake/fake-language-model.ts";
import { openLanguageModel } from "../../src/adapters/langchain-language-model.ts";
import { withLimit } from "../../src/adapters/with-limit.ts";
import { withRetry } from "../../src/adapters/with-retry.ts";
import { AppError } from "../../src/platform/errors.ts";
import { mask, trusted } from "../../src/platform/mask.ts";
import type { LanguageModel } from "../../src/ports/language-model.ts";

const schema = z.object({ kind: z.enum(["投诉", "咨询"]), why: z.string().nullable() });
const good = '{"kind":"投诉","why":"施工噪声"}';
const value = { kind: "投诉", why: "施工噪声" };
const call = (signal = new AbortController().signal) => ({
  purpose: "分类 kind",
  messages: [
    { role: "system" as const, content: trusted("给出性质") },
    { role: "user" as const, content: mask("我电话13812345678，工地太吵").text },
  ],
  schema,
  maxOutputTokens: 200,
  signal,
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server that speaks OpenAI's protocol, and what it was sent. */
async function serve(listener: RequestListener): Promise<{ url: string; bodies: string[] }> {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    bodies.push(body);
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, bodies };
}

const send = (response: ServerResponse, body: string, status = 200) =>
  response.writeHead(status, { "content-type": "application/json" }).end(body);
const completion = (content: string) =>
  JSON.stringify({
    id: "c1",
    object: "chat.completion",
    created: 1,
    model: "m",
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
    usage: { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 },
  });
const modelAt = (baseUrl: string, timeoutSec = 5) =>
  openLanguageModel({ baseUrl, apiKey: "k", model: "m", timeoutSec });

const overHttp = async (content: string) =>
  modelAt((await serve((_, response) => send(response, completion(content)))).url);
const silentServer = async () => modelAt((await serve(() => {})).url, 0.15);

describe.each<[string, (content: string) => Promise<LanguageModel>, () => Promise<LanguageModel>]>([
  ["langchain", overHttp, silentServer],
  [
    "fake",
    async (content) => fakeLanguageModel(content),
    async () => fakeLanguageModel(() => new Promise(() => {}), { timeoutMs: 150 }),
  ],
])("the language model %s", (_name, answering, silent) => {
  test.each([
    ["plain JSON", good],
    ["fenced JSON", `好的，结果如下：\n\`\`\`json\n${good}\n\`\`\``],
    ["JSON after thoughts", `<think>先想想 {"kind":"咨询"}</think>\n${good}`],
  ])("reads %s", async (_case, content) => {
    expect((await (await answering(content)).generate(call())).value).toEqual(value);
  });

  test.each([
    ["nothing", ""],
    ["prose", "这是一起投诉。"],
    ["cut JSON", good.slice(0, -5)],
    ["a code outside the enum", '{"kind":"表扬","why":null}'],
    ["a field missing", '{"kind":"投诉"}'],
    ["a wrong type", '{"kind":"投诉","why":7}'],
    ["a list", `[${good}]`],
    ["null", "null"],
    ["too much", `{"kind":"投诉","why":"${"字".repeat(300_000)}"}`],
  ])("%s is a bad answer", async (_case, content) => {
    const failure = (await answering(content)).generate(call());
    await expect(failure).rejects.toMatchObject({ name: "AppError", fault: "bad_answer" });
  });

  test("no answer in time is unavailable", async () => {
    const startedMs = performance.now();
    await expect((await silent()).generate(call())).rejects.toMatchObject({ fault: "unavailable" });
    expect(performance.now() - startedMs).toBeLessThan(3_000);
  });

  test("a call ends with its signal", async () => {
    const stop = new AbortController();
    const asking = (await silent()).generate(call(stop.signal));
    stop.abort();
    await expect(asking).rejects.toMatchObject({ fault: "unavailable" });
  });
});

test("the server is asked once, for strict JSON, with masked words, and its counts are told", async () => {
  const { url, bodies } = await serve((_, response) => send(response, completion(good)));
  const generated = await modelAt(url).generate(call());
  expect(generated).toMatchObject({ modelId: "openai:m", inputTokens: 12, outputTokens: 5 });
  expect(bodies).toHaveLength(1);
  const sent = JSON.parse(bodies[0] ?? "");
  expect(sent.response_format).toMatchObject({ type: "json_schema", json_schema: { strict: true } });
  expect(sent.response_format.json_schema.schema.properties.kind.enum).toEqual(["投诉", "咨询"]);
  expect(sent).toMatchObject({ model: "m", max_tokens: 200, temperature: 0 });
  expect(bodies[0]).not.toContain("13812345678");
});

test.each([
  [429, "rate_limited"],
  [500, "unavailable"],
  [401, "unavailable"],
  [404, "unavailable"],
])("HTTP %i is %s, tried once", async (status, fault) => {
  const { url, bodies } = await serve((_, response) => send(response, '{"error":{"message":"no"}}', status));
  await expect(modelAt(url).generate(call())).rejects.toMatchObject({ fault });
  expect(bodies).toHaveLength(1);
});

test.each([
  ["HTML", "<html>gateway</html>"],
  ["an empty object", "{}"],
  ["no choices", '{"choices":[]}'],
  ["ten megabytes", `"${"x".repeat(10_000_000)}"`],
])("a body of %s is a bad answer", async (_case, body) => {
  const { url } = await serve((_, response) => send(response, body));
  await expect(modelAt(url).generate(call())).rejects.toMatchObject({ fault: "bad_answer" });
});

test("a refused connection is unavailable", async () => {
  const { url } = await serve(() => {});
  servers.pop()?.close();
  await expect(modelAt(url).generate(call())).rejects.toMatchObject({ fault: "unavailable" });
});

test("a server that sends a byte now and then does not hold the caller", async () => {
  const { url } = await serve((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const timer = setInterval(() => response.write(" "), 30);
    response.on("close", () => clearInterval(timer));
  });
  const startedMs = performance.now();
  await expect(modelAt(url, 0.2).generate(call())).rejects.toMatchObject({ fault: "unavailable" });
  expect(performance.now() - startedMs).toBeLessThan(3_000);
});

test("a redirect is not followed, so words reach the named server only", async () => {
  const other = await serve((_, response) => send(response, completion(good)));
  const { url } = await serve((_, response) => response.writeHead(307, { location: other.url }).end());
  await expect(modelAt(url).generate(call())).rejects.toMatchObject({ fault: "unavailable" });
  expect(other.bodies).toEqual([]);
});

describe("withRetry", () => {
  const busy = new AppError("rate_limited", "忙");

  test("tries again what may mend, and gives the answer", async () => {
    const fake = fakeLanguageModel([busy, "prose", good]);
    expect((await withRetry(fake, { attempts: 3, waitMs: 1 }).generate(call())).value).toEqual(value);
    expect(fake.calls).toHaveLength(3);
  });

  test("gives up after its attempts with the last fault", async () => {
    const fake = fakeLanguageModel(busy);
    await expect(withRetry(fake, { attempts: 2, waitMs: 1 }).generate(call())).rejects.toBe(busy);
    expect(fake.calls).toHaveLength(2);
  });

  test("does not try again what no try will mend", async () => {
    const fake = fakeLanguageModel(new AppError("invalid", "不合"));
    await expect(withRetry(fake, { attempts: 3, waitMs: 1 }).generate(call())).rejects.toMatchObject({
      fault: "invalid",
    });
    expect(fake.calls).toHaveLength(1);
  });

  test("stops waiting with the call's signal", async () => {
    const fake = fakeLanguageModel(busy);
    const stop = new AbortController();
    const asking = withRetry(fake, { attempts: 3, waitMs: 60_000 }).generate(call(stop.signal));
    setTimeout(() => stop.abort(), 20);
    await expect(asking).rejects.toThrow();
    expect(fake.calls).toHaveLength(1);
  });
});

describe("withLimit", () => {
  const gate = () => {
    const open: (() => void)[] = [];
    const fake = fakeLanguageModel(() => new Promise<string>((resolve) => open.push(() => resolve(good))));
    return { fake, open, limited: withLimit(fake, { concurrency: 2 }) };
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

  test("no more than two at a time, and all get their turn", async () => {
    const { fake, open, limited } = gate();
    const asking = Array.from({ length: 5 }, () => limited.generate(call()));
    for (const expected of [2, 3, 4, 5]) {
      await settled();
      expect(fake.calls).toHaveLength(expected);
      open.shift()?.();
    }
    for (const release of open) release();
    expect(await Promise.all(asking)).toHaveLength(5);
  });

  test("who stops waiting gives up the turn", async () => {
    const { fake, open, limited } = gate();
    const stop = new AbortController();
    const running = [limited.generate(call()), limited.generate(call())];
    const waiting = limited.generate(call(stop.signal));
    stop.abort(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
    for (const release of open.splice(0)) release();
    await Promise.all(running);
    const next = limited.generate(call());
    await settled();
    open.shift()?.();
    await next;
    expect(fake.calls).toHaveLength(3);
  });
});
