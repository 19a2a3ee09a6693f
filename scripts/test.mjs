// npm test: installs the servers the tests run against where it can, says what is missing where it cannot, then runs vitest.
// Words after `npm test --` go to vitest (a file, -t name, --project unit).
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";

const root = new URL("..", import.meta.url);
rmSync(new URL(".tmp/test-summary.txt", root), { force: true });

const services = spawnSync("bash", ["scripts/install-services.sh"], {
  cwd: root,
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
});
if (services.status !== 0) {
  const missing = services.error ? "no bash, so nothing was looked for" : services.stdout.trim();
  console.error(
    `Some test servers are not there (${missing}). Tests that need them are left out and named at the end.`,
  );
}

const run = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exit(run.status ?? 1);
