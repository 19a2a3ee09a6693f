import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Our own samples of a task: every JSON Lines file of its folder, in the order of their names. */
export function sampleFiles(task: string): string[] {
  const folder = join("evals", task);
  const names = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return names.sort().map((name) => join(folder, name));
}
