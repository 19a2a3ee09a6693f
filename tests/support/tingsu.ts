import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.ts";
import { freePort } from "./free-port.ts";

export type Tingsu = {
  url: string;
  /** Milliseconds from the start to the line that says ready. */
  readyMs: number;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Asks it to end; gives the exit code. */
  stop(): Promise<number | null>;
};

/** What a `tingsu` command said and how it ended. */
export type Ended = { code: number | null; output: string };

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

function launch(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [join(packageRoot, "bin/tingsu.mjs"), ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve)).finally(() =>
    running.delete(child),
  );
  const listen = (heard: (output: string) => void) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (bytes: Buffer) => {
        output += bytes.toString();
        heard(output);
      });
    }
  };
  return { child, ended, listen, output: () => output };
}

/** Starts `tingsu serve` (or `worker`) and waits until it says that it is ready. */
export async function startTingsu(command: "serve" | "worker", env: Record<string, string>): Promise<Tingsu> {
  const port = await freePort();
  const startedMs = performance.now();
  const { child, ended, listen, output } = launch([command], { PORT: String(port), ...env });
  await new Promise<void>((resolve, reject) => {
    listen((words) => words.includes("已就绪") && resolve());
    ended.then((code) => reject(new Error(`tingsu ${command} ended with ${code}: ${output()}`)));
  });
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    readyMs: performance.now() - startedMs,
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
  };
}

/** Runs a `tingsu` command to its end. */
export async function runTingsu(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const { ended, listen, output } = launch(args, env);
  listen(() => {});
  const code = await ended;
  return { code, output: output() };
}

/** Signs in with the demo button of that role; gives the cookie. */
export async function demoCookie(url: string, role: string): Promise<string> {
  const answer = await fetch(`${url}/api/demo/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ role }),
  });
  if (!answer.ok) throw new Error(`demo sign-in: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Asks again every 50 ms until `done`, at most `timeoutSec`. */
export async function until(done: () => Promise<boolean>, timeoutSec: number): Promise<void> {
  const endMs = performance.now() + timeoutSec * 1000;
  while (!(await done())) {
    if (performance.now() > endMs) throw new Error(`not done within ${timeoutSec} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
