// Bundles the server (esbuild) and the screens (vite) into dist/. node scripts/build.mjs builds both.
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const at = (...path) => join(root, ...path);

/** Newest change, in ms, of a file or of anything in a folder; 0 when it is not there. */
function newestMs(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}

const isStale = (output, sources) => {
  const builtMs = newestMs(output);
  return builtMs === 0 || sources.some((source) => newestMs(source) > builtMs);
};

const importReader = { in: at("src/kb/import/read/reader-worker.ts"), out: "import-reader" };

async function bundle(entryPoints) {
  const esbuild = await import("esbuild");
  mkdirSync(at("dist"), { recursive: true });
  await esbuild.build({
    entryPoints,
    outdir: at("dist"),
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    logLevel: "warning",
    external: ["@node-rs/jieba", "@electric-sql/*", "pg-native"],
    banner: {
      js: 'import { createRequire as __makeRequire } from "node:module"; const require = __makeRequire(import.meta.url);',
    },
  });
}

export async function buildServer() {
  await bundle([{ in: at("src/main.ts"), out: "main" }, importReader]);
  copyFileSync(at("src/platform/embedded/worker.mjs"), at("dist/worker.mjs"));
}

/** Only the thread that reads imported files: tests run everything else from the sources. */
export const buildImportReader = () => bundle([importReader]);

export async function buildWeb() {
  const vite = await import("vite");
  await vite.build({ root: at("web"), configFile: at("web/vite.config.ts"), logLevel: "warn" });
}

/** Builds what is missing or older than its sources. A product shipped without sources is taken as it is. */
export async function buildIfStale({ withWeb }) {
  if (!existsSync(at("src"))) return;
  const shared = at("package-lock.json");
  const web = withWeb && isStale(at("dist/web/index.html"), [at("web"), shared]);
  const server = isStale(at("dist/main.js"), [at("src"), shared]);
  if (server || web) process.stderr.write("正在构建听诉（首次启动或源码有更新）…\n");
  await Promise.all([server && buildServer(), web && buildWeb()]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await Promise.all([buildServer(), buildWeb()]);
}
