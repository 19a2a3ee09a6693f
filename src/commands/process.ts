import { processLines, processOne } from "../pipeline/index.ts";
import type { Config } from "../platform/config.ts";
import { systemCtx } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import type { LineFault } from "../platform/json-lines.ts";
import { openServices } from "../services.ts";
import { transcribeFile } from "../transcribe/index.ts";
import { linesOf, writeResults } from "./batch.ts";
import { readBatchOptions } from "./read-options.ts";

/** tingsu process --in calls.jsonl [--out results.jsonl] [--data DIR | --fresh], or tingsu process call.wav ... */
export async function runProcess(args: string[], settings: Config): Promise<number> {
  const { options, config } = readBatchOptions(args, settings);
  const lines = options.files.length ? null : linesOf(options.in);
  const services = await openServices(config, { queues: false });
  const ctx = systemCtx(services, "process", new AbortController().signal, "cli");
  try {
    return await writeResults(lines ? processLines(ctx, lines) : processRecordings(ctx, options.files), options.out);
  } finally {
    await services.close();
  }
}

async function* processRecordings(ctx: Parameters<typeof processOne>[0], paths: string[]) {
  for (const [at, path] of paths.entries()) {
    try {
      const { call } = await transcribeFile(ctx, { path, direction: "inbound" });
      yield await processOne(ctx, call);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const fault: LineFault = { id: path, line: at + 1, error: { fault: error.fault, message: error.message } };
      yield fault;
    }
  }
}
