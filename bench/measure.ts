import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release } from "node:os";

export type Spread = { count: number; p50Ms: number; p95Ms: number; maxMs: number };

/** Times `work` once for each input after `warmUp` untimed rounds over the first inputs. */
export async function timeEach<Input>(
  inputs: readonly Input[],
  work: (input: Input) => unknown,
  warmUp = Math.min(50, inputs.length),
): Promise<Spread> {
  for (const input of inputs.slice(0, warmUp)) await work(input);
  const times: number[] = [];
  for (const input of inputs) {
    const startedMs = performance.now();
    await work(input);
    times.push(performance.now() - startedMs);
  }
  return spreadOf(times);
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { count: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
}

export const round = (value: number) => Math.round(value * 100) / 100;

/** Prints the figures and keeps them in bench/results with the machine and the commit they belong to. */
export function report(name: string, figures: object): void {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const [cpu] = cpus();
  const machine = { cpu: cpu?.model ?? "unknown", cores: cpus().length, system: release(), node: process.version };
  const result = { name, commit, machine, load: round(loadavg()[0] ?? 0), figures };
  mkdirSync("bench/results", { recursive: true });
  writeFileSync(`bench/results/${name}.json`, `${JSON.stringify(result, null, 2)}\n`);
  console.log(JSON.stringify(result, null, 2));
}

/** Processor seconds of the PostgreSQL processes that serve this database, as Linux tells them; 0 elsewhere. */
export function serverCpuSeconds(database: string | null): number {
  if (database === null || !existsSync("/proc/self/stat")) return 0;
  const ticks = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(` ${database} `)) return 0;
        const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
        return Number(fields[11]) + Number(fields[12]);
      } catch {
        return 0;
      }
    });
  return ticks.reduce((sum, each) => sum + each, 0) / 100;
}
