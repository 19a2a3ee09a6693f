import { join } from "node:path";
import { createApp, openAuth, startServer } from "../http/index.ts";
import { packageRoot } from "../package-root.ts";
import { seedDemo } from "../pipeline/index.ts";
import type { Config } from "../platform/config.ts";
import { openServices } from "../services.ts";
import { startWorker } from "../worker/index.ts";
import { untilStopped } from "./until-stopped.ts";

/** tingsu serve: pages, API and, in the same process, the worker. Ends on SIGTERM or Ctrl-C after the running work. */
export async function runServe(_args: string[], config: Config): Promise<number> {
  const services = await openServices(config, { queues: true });
  const auth = await openAuth(services);
  const server = await startServer(createApp(services, auth, packageRoot), config);
  const worker = startWorker(services, services.queueBackend);
  process.stdout.write(`听诉已就绪：${server.url}\n`);
  const seeding = config.isDemo
    ? seedDemo(services, join(packageRoot, "demo", config.city)).catch((error) =>
        services.log.error({ error: String(error) }, "demo"),
      )
    : null;
  await untilStopped();
  await server.close();
  await seeding;
  await worker.close();
  await services.close();
  return 0;
}
