import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { App } from "./app.ts";

/** Running requests may end within this time when the server stops. */
const defaultGraceMs = 10_000;

/**
 * Listens; port 0 takes a free one. `close` takes no new requests, ends event streams, waits `graceMs` for the running
 * requests and then cuts them off.
 */
export async function startServer(
  app: Pick<App, "fetch">,
  { host, port, graceMs = defaultGraceMs }: { host: string; port: number; graceMs?: number },
): Promise<{ url: string; close: () => Promise<void> }> {
  const answering = new Set<ServerResponse>();
  const streaming = new Set<ServerResponse>();
  const server = createAdaptorServer({
    hostname: host,
    async fetch(request, env) {
      const response = await app.fetch(request, env);
      const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
      if (isStream) rememberWhileOpen(streaming, env.outgoing as ServerResponse);
      return response;
    },
  });
  server.on("request", (_, response: ServerResponse) => rememberWhileOpen(answering, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const response of streaming) response.destroy();
    const timer = setTimeout(() => {
      for (const response of answering) response.destroy();
    }, graceMs);
    await closed;
    clearTimeout(timer);
  };
  return { url: `http://${shown(host)}:${taken}`, close };
}

function rememberWhileOpen(responses: Set<ServerResponse>, response: ServerResponse): void {
  responses.add(response);
  response.once("close", () => responses.delete(response));
}

function shown(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
