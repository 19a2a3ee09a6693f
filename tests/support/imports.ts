import { dirname, join, normalize } from "node:path";

export type Import = { path: string; typeOnly: boolean };

const pattern =
  /(?:^|[\n;])\s*(?:import|export)\s+(type\s)?[^"';]*?from\s*["']([^"']+)["']|(?:\bimport\s*\(\s*|^\s*import\s+)["']([^"']+)["']/gm;

/** The modules that a source text imports or re-exports, dynamic imports included. */
export function importsOf(text: string): Import[] {
  return [...text.matchAll(pattern)].map(([, type, from, bare]) => ({
    path: from ?? bare ?? "",
    typeOnly: type !== undefined,
  }));
}

/** The file that a relative import names, from the root of the repository. */
export function targetOf(file: string, path: string): string {
  return normalize(join(dirname(file), path));
}

/** The text without comments, so that a rule about code does not read prose. A `//` inside a word (an address) stays. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}
