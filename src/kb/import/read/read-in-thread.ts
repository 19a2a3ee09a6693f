import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { AppError } from "../../../platform/errors.ts";
import type { ReadMessage, ReadRequest } from "./read-pass.ts";

/** Libraries take an office file whole. */
const heapMb = 1_024;
const silenceMs = 120_000;
const tooLarge = "文件过大，读取时内存超出限制；请拆分，或另存为 CSV 再导入";
const broken = "文件内容读不出来，可能已损坏";

/** The bundle stands beside ours; a run from the sources (tests) has it in dist/. */
const places = ["./import-reader.js", "../../../../dist/import-reader.js"].map(
  (path) => new URL(path, import.meta.url),
);
const readerUrl = () => places.find((url) => existsSync(url)) ?? places[0] ?? "";

type Heard = ReadMessage | { kind: "died"; message: string; cause?: unknown };

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
  const next = listenTo(worker, signal);
  try {
    for (;;) {
      const heard = await next();
      if (heard.kind === "refused") throw new AppError("unreadable", heard.message);
      if (heard.kind === "died") throw new AppError("unreadable", heard.message, { cause: heard.cause });
      yield heard;
      if (heard.kind === "end") return;
      worker.postMessage("next");
    }
  } finally {
    await worker.terminate();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Gives what waits for the next thing that the thread says, or how it ended. Throws when `signal` says stop. */
function listenTo(worker: Worker, signal: AbortSignal): () => Promise<Heard> {
  const said: Heard[] = [];
  let wake = () => {};
  const hear = (heard: Heard) => {
    said.push(heard);
    wake();
  };
  const isOutOfMemory = (error: Error) => "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  worker.on("message", hear);
  worker.on("error", (cause: Error) =>
    hear({ kind: "died", message: isOutOfMemory(cause) ? tooLarge : broken, cause }),
  );
  worker.on("exit", () => hear({ kind: "died", message: broken }));
  return async () => {
    if (!said.length) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, silenceMs);
        wake = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", wake);
          resolve();
        };
        signal.addEventListener("abort", wake, { once: true });
      });
    }
    signal.throwIfAborted();
    return said.shift() ?? { kind: "died", message: "文件读取超时，已停止；请拆分后再导入" };
  };
}
