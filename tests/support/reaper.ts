import { spawn } from "node:child_process";

const script = `cat >/dev/null
pid() { head -n1 "$dir/data/postmaster.pid" 2>/dev/null || cat "$dir/redis.pid" 2>/dev/null; }
dir=$1
running=$(pid)
[ -n "$running" ] && kill -QUIT $running 2>/dev/null && sleep 1 && kill -9 $running 2>/dev/null
rm -rf "$dir"`;

/**
 * Stops the server of `dir` and removes the folder when this process ends in any way: Ctrl-C and kill -9 too,
 * for the watcher sees its input close. A folder already gone means nothing is left to do.
 */
export function reapWhenWeEnd(dir: string): void {
  const watcher = spawn("sh", ["-c", script, "sh", dir], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  watcher.unref();
  (watcher.stdin as unknown as { unref(): void }).unref();
}
