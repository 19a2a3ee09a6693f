import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execFileAsync = promisify(execFile);

/** Runs a command without a shell and gives its standard output; fails with its error text. */
export async function runCommand(command: string, args: string[], timeoutSec = 60): Promise<string> {
  const { stdout } = await execFileAsync(command, args, { timeout: timeoutSec * 1000, maxBuffer: 16e6 });
  return stdout;
}
