import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Readable } from "node:stream";
import { confirmImport, getImport, importJob, receiveImport, searchArticles } from "../src/kb/index.ts";
import { parseConfig } from "../src/platform/config.ts";
import { systemCtx } from "../src/platform/context.ts";
import { openServices } from "../src/services.ts";
import { freshDatabase, startPostgres } from "../tests/support/postgres.ts";
import { report, round, serverCpuSeconds, spreadOf } from "./measure.ts";

// usage: npm run bench bench/import.ts [embedded] [postgres] [large] [number of articles]: all three when none is named
const wanted = process.argv.slice(2).filter((word) => !/^\d+$/.test(word));
const articles = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 10_000);
const largeMb = 100;
const searchEveryMs = 250;

const matters = (
  "社保卡补办 医保报销 公积金提取 供暖收费 停水抢修 停电报修 物业投诉 电梯加装 夜间施工 身份证办理 户口迁移 高龄补贴 " +
  "残疾人补助 入学报名 公交优惠 充电桩安装 车位管理 垃圾清运 路灯报修 道路积水"
).split(" ");
let seed = 20_261_122;
const draw = (below: number): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
  return seed % below;
};
const matter = () => matters[draw(matters.length)] ?? "";
const sentence = () =>
  `${Array.from({ length: 9 }, () => `${matter()}需要${draw(100)}份材料`).join("，")}，到${draw(40)}号窗口办理。`;

/** Headings with a passage under each. */
function csvLine(n: number, passages: number): string {
  const body = Array.from({ length: passages }, (_, at) => `## 第${at + 1}节\n${sentence()}`).join("\n");
  return `b-${n},${matter()}第${n}项,"${body}"\n`;
}

function csv(passages: number, isEnough: (lines: number, bytes: number) => boolean): Readable {
  const lines = function* () {
    let bytes = 0;
    yield "编号,标题,正文\n";
    for (let n = 0; !isEnough(n, bytes); n++) {
      const line = Buffer.from(csvLine(n, passages));
      bytes += line.length;
      yield line;
    }
  };
  return Readable.from(lines());
}

/**
 * `cpuSeconds`: of this process with its threads (the embedded database is one), whatever else the machine does; `serverCpuSeconds` of the
 * database server's processes for us.
 */
type Phase = { seconds: number; cpuSeconds: number; serverCpuSeconds: number; loopMaxMs: number; loopP99Ms: number };

/** Runs the job of an import while it is watched how long the main loop stands still. */
async function watched(work: () => Promise<unknown>, database: string | null = null): Promise<Phase> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const startedMs = performance.now();
  const cpu = process.cpuUsage();
  const serverBefore = serverCpuSeconds(database);
  await work();
  const { user, system } = process.cpuUsage(cpu);
  delay.disable();
  const seconds = round((performance.now() - startedMs) / 1000);
  return {
    seconds,
    cpuSeconds: round((user + system) / 1e6),
    serverCpuSeconds: round(serverCpuSeconds(database) - serverBefore),
    loopMaxMs: round(delay.max / 1e6),
    loopP99Ms: round(delay.percentile(99) / 1e6),
  };
}

async function open(databaseUrl: string | null, dataDir: string) {
  const server = databaseUrl ? { DATABASE_URL: databaseUrl, AUTH_SECRET: randomUUID() } : {};
  const settings = { RULES_DIR: "rules", DATA_DIR: dataDir, LOG_LEVEL: "error", ...server };
  const services = await openServices(parseConfig(settings), { queues: false });
  return { services, ctx: systemCtx(services, "bench", new AbortController().signal, "bench") };
}

/** Ten thousand articles of two passages, as the background job takes them in, while somebody searches. */
async function measureImport(databaseUrl: string | null, dataDir: string): Promise<object> {
  const { services, ctx } = await open(databaseUrl, dataDir);
  const { id } = await receiveImport(
    ctx,
    "bench.csv",
    csv(2, (lines) => lines >= articles),
  );
  const preview = await watched(() => importJob.run(ctx, { id }));
  const { version } = await getImport(ctx, { id });
  await confirmImport(ctx, { id, version, publish: true });
  const searches: number[] = [];
  let isOver = false;
  const searching = (async () => {
    while (!isOver) {
      const startedMs = performance.now();
      const at = "2026-11-22T12:00:00+08:00";
      await searchArticles(ctx, { text: `${matter()}怎么办`, at, k: 5 });
      searches.push(performance.now() - startedMs);
      await new Promise((resolve) => setTimeout(resolve, searchEveryMs));
    }
  })();
  const taking = await watched(() => importJob.run(ctx, { id }), databaseUrl && new URL(databaseUrl).pathname.slice(1));
  isOver = true;
  await searching;
  const ended = await getImport(ctx, { id });
  await services.close();
  return { state: ended.state, ...ended.report, preview, import: taking, searchMeanwhile: spreadOf(searches) };
}

/** A large CSV streamed in and read to its preview: how much memory that holds. */
async function measureLarge(dataDir: string): Promise<object> {
  const { services, ctx } = await open(null, dataDir);
  global.gc?.();
  const beforeMb = process.memoryUsage.rss() / 1e6;
  let mostMb = beforeMb;
  const timer = setInterval(() => {
    mostMb = Math.max(mostMb, process.memoryUsage.rss() / 1e6);
  }, 20);
  const { id, sizeBytes } = await receiveImport(
    ctx,
    "large.csv",
    csv(5, (_, bytes) => bytes >= largeMb * 2 ** 20),
  );
  const preview = await watched(() => importJob.run(ctx, { id }));
  clearInterval(timer);
  const { state, failure, preview: seen } = await getImport(ctx, { id });
  await services.close();
  const figures = { sizeMb: round(sizeBytes / 2 ** 20), state, failure, counts: seen?.counts ?? null, preview };
  return { ...figures, rssBeforeMb: round(beforeMb), rssMostMb: round(mostMb), rssGrewMb: round(mostMb - beforeMb) };
}

async function inFolder(work: (folder: string) => Promise<object>): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), "tingsu-bench-"));
  const loadBefore = round(loadavg()[0] ?? 0);
  try {
    return { ...(await work(folder)), loadBefore, loadAfter: round(loadavg()[0] ?? 0) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const isWanted = (name: string) => !wanted.length || wanted.includes(name);
const figures: Record<string, unknown> = { articles, passagesEach: 2 };
if (isWanted("large")) figures.largeCsv = await inFolder(measureLarge);
if (isWanted("postgres")) {
  const server = await startPostgres({ durable: true });
  const { url } = await freshDatabase(server.url);
  figures.postgres = await inFolder((folder) => measureImport(url, folder));
  await server.close();
}
if (isWanted("embedded")) figures.embedded = await inFolder((folder) => measureImport(null, folder));
report("import", figures);
process.exit(0);
