// npm run evals -- [--task NAME] [--gold DIR] [--json FILE] [--update]
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Fall, findFalls, heldFigures, readBaseline, tolerance, writeBaseline } from "./baseline.ts";
import { callbacks } from "./callbacks/task.ts";
import type { Measurement, Task } from "./define-task.ts";
import { eligibility } from "./eligibility/task.ts";
import { inbound } from "./inbound/task.ts";
import { kb } from "./kb/task.ts";
import { leading } from "./leading/task.ts";
import { printTask } from "./print-task.ts";
import { sampleFiles } from "./sample-files.ts";

type Row = { own: Measurement; gold: Measurement | null };

const options = {
  task: { type: "string" },
  gold: { type: "string" },
  json: { type: "string" },
  update: { type: "boolean" },
} as const;
const { values } = parseArgs({ options });
const tasks = [inbound, callbacks, leading, eligibility, kb].filter(({ name }) => !values.task || name === values.task);
if (tasks.length === 0) throw new Error(`no task ${values.task}`);

const rows = new Map<string, Row>();
for (const task of tasks) rows.set(task.name, await measure(task));
for (const [name, { own, gold }] of rows)
  printTask(name, { own: own.all, untuned: own.report, gold: gold?.all ?? null });
if (values.json) writeFileSync(values.json, `${JSON.stringify(Object.fromEntries(rows), null, 1)}\n`);
process.exitCode = values.update ? updateBaseline() : compareWithBaseline();
process.exit();

async function measure(task: Task): Promise<Row> {
  const own = await task.run(sampleFiles(task.name));
  const gold = values.gold ? join(values.gold, `${task.name}.jsonl`) : null;
  return { own, gold: gold && existsSync(gold) ? await task.run([gold]) : null };
}

function updateBaseline(): number {
  const held = [...rows].map(([name, { own }]) => [name, heldFigures(own.all)]);
  writeBaseline({ ...readBaseline(), ...Object.fromEntries(held) });
  console.log("\nevals/baseline.json now holds these figures.");
  return 0;
}

function compareWithBaseline(): number {
  const baseline = readBaseline();
  const falls = [...rows].flatMap(([task, { own }]) =>
    findFalls(own.all, baseline[task] ?? {}).map((fall) => ({ task, ...fall })),
  );
  for (const fall of falls) console.log(describe(fall));
  const verdict =
    falls.length === 0
      ? `No figure fell by more than ${tolerance} below evals/baseline.json.`
      : `${falls.length} figures fell.`;
  console.log(`\n${verdict}`);
  return falls.length === 0 ? 0 : 1;
}

function describe({ task, name, was, is }: Fall & { task: string }): string {
  return `FELL ${task}.${name}: ${was} -> ${is ?? "not measured"}`;
}
