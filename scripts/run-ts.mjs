// usage: node scripts/run-ts.mjs entry.ts [arguments]
// Bundles our own files of a TypeScript entry (packages stay outside) and runs them: Node 20 does not read TypeScript.
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { build } from "esbuild";

const [entry, ...rest] = process.argv.slice(2);
if (!entry) throw new Error("usage: node scripts/run-ts.mjs entry.ts [arguments]");
const outdir = `dist/.run/${process.pid}`;
mkdirSync(outdir, { recursive: true });
const outfile = `${outdir}/entry.mjs`;
await build({
  entryPoints: [
    { in: entry, out: "entry" },
    { in: "src/kb/import/read/reader-worker.ts", out: "import-reader" },
  ],
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  logLevel: "warning",
});
renameSync(`${outdir}/import-reader.mjs`, `${outdir}/import-reader.js`);
copyFileSync("src/platform/embedded/worker.mjs", `${outdir}/worker.mjs`);

const child = spawn(process.execPath, ["--enable-source-maps", "--expose-gc", outfile, ...rest], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  rmSync(outdir, { recursive: true, force: true });
  process.exit(code ?? (signal ? 1 : 0));
});
