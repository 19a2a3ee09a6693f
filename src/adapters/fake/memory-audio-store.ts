import { createHash } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { AppError, notFound } from "../../platform/errors.ts";
import type { AudioStore } from "../../ports/audio-store.ts";

/** Recordings in memory. `pathOf` writes the recording into a temporary folder, since engines read files. */
export function memoryAudioStore(what = "录音"): AudioStore & { recordings: ReadonlyMap<string, Buffer> } {
  const recordings = new Map<string, Buffer>();
  const checked = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppError("invalid", `${what}编号应为 64 位十六进制`);
    return sha256;
  };
  const find = (sha256: string): Buffer => {
    const found = recordings.get(checked(sha256));
    if (!found) throw notFound(what);
    return found;
  };
  return {
    id: "memory",
    recordings,
    async save(bytes, { maxBytes, signal }) {
      const recording = await collect(bytes, { maxBytes, signal, what });
      const sha256 = createHash("sha256").update(recording).digest("hex");
      recordings.set(sha256, recording);
      return { sha256, sizeBytes: recording.length };
    },
    async open(sha256, range) {
      const found = find(sha256);
      return Readable.from([range ? found.subarray(range.start, range.end + 1) : found]);
    },
    async pathOf(sha256) {
      const found = find(sha256);
      const path = join(await mkdtemp(join(tmpdir(), "tingsu-audio-")), sha256);
      await writeFile(path, found);
      return path;
    },
    async remove(sha256) {
      recordings.delete(checked(sha256));
    },
  };
}

async function collect(
  bytes: Readable,
  { maxBytes, signal, what }: { maxBytes: number; signal: AbortSignal; what: string },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  const stop = () => bytes.destroy(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    signal.throwIfAborted();
    for await (const chunk of bytes) {
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) throw new AppError("too_large", `${what}超过 ${Math.floor(maxBytes / 2 ** 20)} MB`);
      chunks.push(Buffer.from(chunk));
    }
    return Buffer.concat(chunks);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
