import { createHash, randomUUID } from "node:crypto";
import { chmod, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { AppError, notFound } from "../platform/errors.ts";
import type { AudioStore, StoredAudio } from "../ports/audio-store.ts";

/**
 * Recordings as files in `folder`, named by their SHA-256, readable by our own user only. A recording has its name only when
 * all its bytes are on disk; a failed one leaves nothing. `what` is the word for them that people read.
 */
export function openDiskAudioStore(folder: string, what = "录音"): AudioStore {
  const fileOf = (sha256: string) => join(folder, checkedName(sha256, what).slice(0, 2), sha256);
  const missing = (cause: unknown): never => {
    if (codeOf(cause) === "ENOENT") throw notFound(what);
    throw cause;
  };
  return {
    id: "disk",
    async save(bytes, { maxBytes, signal }) {
      const unfinished = join(await privateFolder(folder, "unfinished"), randomUUID());
      try {
        const stored = await write(bytes, unfinished, { maxBytes, signal, what });
        const shelf = await privateFolder(folder, stored.sha256.slice(0, 2));
        await rename(unfinished, join(shelf, stored.sha256));
        await syncFolder(shelf);
        return stored;
      } catch (error) {
        await rm(unfinished, { force: true });
        throw readable(error, what);
      }
    },
    async open(sha256, range) {
      const file = await open(fileOf(sha256), "r").catch(missing);
      return file.createReadStream(range);
    },
    async pathOf(sha256) {
      const path = fileOf(sha256);
      await stat(path).catch(missing);
      return path;
    },
    async remove(sha256) {
      await rm(fileOf(sha256), { force: true });
    },
  };
}

async function write(
  bytes: Readable,
  path: string,
  { maxBytes, signal, what }: { maxBytes: number; signal: AbortSignal; what: string },
): Promise<StoredAudio> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const file = await open(path, "wx", 0o600);
  const stop = () => bytes.destroy(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    signal.throwIfAborted();
    for await (const chunk of bytes) {
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) throw new AppError("too_large", `${what}超过 ${Math.floor(maxBytes / 2 ** 20)} MB`);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
    return { sha256: hash.digest("hex"), sizeBytes };
  } finally {
    signal.removeEventListener("abort", stop);
    await file.close();
  }
}

/** mkdir's mode is cut by the umask and ignored for a folder that is there. */
async function privateFolder(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  await chmod(folder, 0o700);
  return path;
}

/** The new name itself must survive a power loss. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}

function checkedName(sha256: string, what: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppError("invalid", `${what}编号应为 64 位十六进制`);
  return sha256;
}

function readable(error: unknown, what: string): unknown {
  return codeOf(error) === "ENOSPC" ? new AppError("unavailable", `${what}存储空间不足`, { cause: error }) : error;
}

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : null);
