// After `npm install`: adds the lock entries of optional platform packages that npm left out, so that `npm ci` accepts the lock.
import { readFileSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));

/** Whether a package at `from` finds `name`, looking outwards as Node does. */
function finds(from, name) {
  for (let at = from; ; ) {
    if (lock.packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (!at) return false;
    const parent = at.lastIndexOf("/node_modules/");
    at = parent < 0 ? "" : at.slice(0, parent);
  }
}

function entryFor(name, range, isDev) {
  const os = /android|darwin|freebsd|linux|win32|openharmony/.exec(name)?.[0];
  const cpu = /arm64|x64|ia32|arm|riscv64|wasm32/.exec(name)?.[0];
  const libc = /musl/.test(name) ? "musl" : /gnu|glibc/.test(name) && os === "linux" ? "glibc" : null;
  return {
    version: range.replace(/^[^\d]*/, ""),
    optional: true,
    ...(isDev ? { dev: true } : {}),
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(os ? { os: [os] } : {}),
    ...(libc ? { libc: [libc] } : {}),
  };
}

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (finds(path, name)) continue;
    lock.packages[`node_modules/${name}`] = entryFor(name, range, entry.dev);
    added += 1;
  }
}
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added`);
