import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { AppError } from "../../../platform/errors.ts";
import type { ReadMessage, ReadRequest } from "./read-pass.ts";

const heapMb = 1_024;
/** Libraries take an office file whole: the largest allowed needs half of this. */
const silenceMs = 120_000;

/** The bundle stands beside ours; a run from the sources (tests) has it in dist/. */
const places = ["./import-reader.js", "../../../../dist/import-reader.js"].map(
  (path) => new URL(path, import.meta.url),
);
const readerUrl = () => places.find((url) => existsSync(url)) ?? places[0] ?? "";

type Heard = ReadMessage | { kind: "died"; message: string };

/**
 * Reads a file in a thread of its own, with a limit of memory and time, so that no document can hold up or end the process.
 * The reader waits until the batch before is done with. Throws AppError `unreadable` with the reason for people.
 */
export async function* readInThread(
  request: Omit<ReadRequest, "folder">,
  signal: AbortSignal,
): AsyncGenerator<Exclude<ReadMessage, { kind: "refused" }>> {
  signal.throwIfAborted();
  const folder = await mkdtemp(join(tmpdir(), "tingsu-import-"));
  const worker = new Worker(readerUrl(), {
    workerData: { ...request, folder } satisfies ReadRequest,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    execArgv: [],
  });
  try {
    for (;;) {
      const heard = await next(worker, signal);
      if (heard.kind === "refused" || heard.kind === "died") throw new AppError("unreadable", heard.message);
      yield heard;
      if (heard.kind === "end") return;
      worker.postMessage("next");
    }
  } finally {
    await worker.terminate();
    await rm(folder, { recursive: true, force: true });
  }
}

function next(worker: Worker, signal: AbortSignal): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      worker.removeAllListeners();
      // An error that comes later, with the end of the thread, must not end the process.
      worker.on("error", () => {});
      act();
    };
    const died = (message: string) => settle(() => resolve({ kind: "died", message }));
    const stop = () => settle(() => reject(signal.reason));
    const timer = setTimeout(() => died("文件读取超时，已停止；请拆分后再导入"), silenceMs);
    signal.addEventListener("abort", stop, { once: true });
    worker.once("message", (message: ReadMessage) => settle(() => resolve(message)));
    worker.once("error", (error: Error & { code?: string }) =>
      died(
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? "文件过大，读取时内存超出限制；请拆分，或另存为 CSV 再导入"
          : "文件内容读不出来，可能已损坏",
      ),
    );
    worker.once("exit", () => died("文件内容读不出来，可能已损坏"));
  });
}
