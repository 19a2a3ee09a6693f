import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import type { LivePost } from "../../src/orders/index.ts";

type Said = readonly ["agent" | "citizen", string];
const turnMs = 4_000;

/** Turns of speech of four seconds each, from number `first` on. */
export const turns = (first: number, said: readonly Said[]): LivePost["utterances"] =>
  said.map(([speaker, text], at) => {
    const startMs = (first + at) * turnMs;
    return { i: first + at, speaker, text, startMs, endMs: startMs + turnMs - 1_000 };
  });

/** The head of a call that began as long ago. */
export const callFrom = (agoMs: number, callerNumber = "13800138001"): NonNullable<LivePost["call"]> => ({
  direction: "inbound",
  startedAt: new Date(Date.now() - agoMs).toISOString(),
  callerNumber,
  agentId: "A1001",
});

/** Posts what the recognizer would. */
export async function hear(page: Page, url: string, id: string, post: Partial<LivePost>): Promise<void> {
  const answer = await page.request.post(`${url}/api/calls/${id}/utterances`, {
    data: { utterances: [], ...post },
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`utterances: ${answer.status()} ${await answer.text()}`);
}

/** Serves docs/sample-host.html as a city's own call screen would be: at an origin of its own. */
export async function openSampleHost(): Promise<{ origin: string; server: Server }> {
  const server = createServer((_, answer) => {
    answer.setHeader("content-type", "text/html; charset=utf-8");
    answer.end(readFileSync("docs/sample-host.html"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
