import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that speaks chat completions and always answers with `content`; `close` ends it. */
export async function openModelServer(content: unknown): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      const choices = [
        { index: 0, finish_reason: "stop", message: { role: "assistant", content: JSON.stringify(content) } },
      ];
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ id: "a", choices }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, close };
}
