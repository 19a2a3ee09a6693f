import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { AppError } from "../errors.ts";

const busy = (folder: string) =>
  new AppError("unavailable", `另一个听诉进程正在使用数据目录 ${folder}；请先停止它，或用 --data 指定另一个目录`, {
    detail: "EDATADIRBUSY",
  });

const hasCode = (error: unknown, code: string) => error instanceof Error && "code" in error && error.code === code;

/**
 * Makes this process the only one on `folder`; gives back what frees it. Throws AppError `unavailable` when another has it.
 * On Linux an abstract socket: the kernel frees it even on kill -9. It does not reach across containers.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  return process.platform === "linux" ? lockBySocket(folder) : lockByFile(folder);
}

async function lockBySocket(folder: string): Promise<() => void> {
  const name = `\0tingsu:${createHash("sha256").update(folder).digest("hex")}`;
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(hasCode(error, "EADDRINUSE") ? busy(folder) : error));
    server.listen(name, resolve);
  });
  server.unref();
  return () => server.close();
}

function lockByFile(folder: string): () => void {
  const file = join(folder, ".owner");
  for (const isLastTry of [false, true]) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx", mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!hasCode(error, "EEXIST") || isLastTry || isAlive(Number(readFileSync(file, "utf8")))) throw busy(folder);
      rmSync(file, { force: true });
    }
  }
  throw busy(folder);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, "ESRCH");
  }
}
