import type { Config } from "../platform/config.ts";
import { openServices } from "../services.ts";
import { startWorker } from "../worker/index.ts";
import { UsageError } from "./read-options.ts";
import { untilStopped } from "./until-stopped.ts";

/** tingsu worker: jobs only, beside any number of `tingsu serve` on the same database. */
export async function runWorker(_args: string[], config: Config): Promise<number> {
  if (!config.databaseUrl)
    throw new UsageError("内置数据库只能由一个进程使用，tingsu serve 已包含后台处理；多进程请设置 DATABASE_URL");
  const services = await openServices(config, { queues: true });
  const worker = startWorker(services, services.queueBackend);
  process.stdout.write("听诉后台处理已就绪\n");
  await untilStopped();
  await worker.close();
  await services.close();
  return 0;
}
