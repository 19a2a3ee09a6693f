#!/usr/bin/env node
// Runs the bundle, which is made anew when the sources are newer (a fresh clone has none).
import { buildIfStale } from "../scripts/build.mjs";

await buildIfStale({ withWeb: process.argv[2] === "serve" });
await import("../dist/main.js");
