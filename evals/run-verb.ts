import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const timeoutSec = 300;

/**
 * Runs a batch verb of the command line on an empty database, as a user would, and gives its results by id.
 * A line that fails is a result without an answer; a verb that does not answer every line, or not in time, throws.
 */
export function runVerb<Result extends { id: string | null }>(verb: string, lines: object[]): Map<string, Result> {
  mkdirSync(".tmp", { recursive: true });
  const dir = mkdtempSync(".tmp/evals-");
  const [input, output] = [join(dir, "in.jsonl"), join(dir, "out.jsonl")];
  try {
    writeFileSync(input, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    const args = ["bin/tingsu.mjs", verb, "--fresh", "--in", input, "--out", output];
    const env = { ...process.env, LOG_LEVEL: "warn" };
    const { status } = spawnSync(process.execPath, args, {
      stdio: ["ignore", "inherit", "inherit"],
      timeout: timeoutSec * 1000,
      env,
    });
    const results = existsSync(output) ? readJsonLines<Result>(output) : [];
    if (results.length !== lines.length) {
      throw new Error(`tingsu ${verb} answered ${results.length} of ${lines.length} lines and ended with ${status}`);
    }
    return new Map(results.map((result) => [result.id ?? "", result]));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The values of a JSON Lines file. */
export function readJsonLines<T>(path: string): T[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as T);
}
