import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "../../../platform/errors.ts";
import { type ReadMessage, type ReadRequest, readInBatches } from "./read-pass.ts";

// The thread that read-in-thread.ts starts: one message at a time, the next when it is asked for.
async function work(request: ReadRequest): Promise<void> {
  const say = async (message: ReadMessage) => {
    const heard = new Promise((resolve) => parentPort?.once("message", resolve));
    parentPort?.postMessage(message);
    await heard;
  };
  try {
    for await (const message of readInBatches(request)) await say(message);
  } catch (error) {
    const message = error instanceof AppError ? error.message : "文件内容读不出来，可能已损坏";
    await say({ kind: "refused", message });
  }
}

await work(workerData as ReadRequest);
parentPort?.close();
