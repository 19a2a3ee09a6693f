import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { filesUnder } from "./support/files.ts";

const files = filesUnder(".");
const folders = new Set(files.flatMap((file) => parentsOf(file)));
const names = new Set(files.map((file) => file.split("/").at(-1)));
const documents = files.filter((file) => /^(README[^/]*|ARCHITECTURE|SECURITY|CHANGELOG|docs\/.+)\.md$/.test(file));
/** Written at run time, so not in a clone. */
const madeLater = /^(\.\/)?(data|dist|node_modules|\.tmp|bench\/results)(\/|$)/;

function parentsOf(file: string): string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

const prose = (file: string) => readFileSync(file, "utf8").replace(/^```[\s\S]*?^```/gm, "");
const backticked = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, word = ""]) => word);
const linked = (text: string) =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link.replace(/#.*$/, ""));

/** A path by its look: it begins with a folder of ours or ends like a source file. `*` and `<name>` stand for anything. */
function looksLikePath(word: string): boolean {
  if (!/^[\w.@<>*{},-]+(\/[\w.@<>*{},-]+)*\/?$/.test(word) || word.startsWith("@")) return false;
  const top = word.split("/")[0] ?? "";
  return (word.includes("/") && folders.has(top)) || /\.(ts|tsx|mjs|md|ya?ml|sql|sh)$/.test(word);
}

function isThere(path: string): boolean {
  const plain = normalize(path).replace(/\/$/, "");
  if (madeLater.test(path) || existsSync(plain)) return true;
  if (/[<*{]/.test(plain))
    return folders.has(dirname(plain.slice(0, plain.search(/[<*{]/)).concat("x"))) || !plain.includes("/");
  return !plain.includes("/") && names.has(plain);
}

describe.each(documents)("%s", (file) => {
  test("names files and folders that exist", () => {
    const text = prose(file);
    const fromHere = (link: string) => existsSync(normalize(join(dirname(file), decodeURI(link))));
    const lost = backticked(text).filter((word) => looksLikePath(word) && !isThere(word) && !fromHere(word));
    const dead = linked(text).filter((link) => link !== "" && !/^[a-z]+:/.test(link) && !fromHere(link));
    expect([...lost, ...dead]).toEqual([]);
  });

  test("names npm scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
    const cited = [...readFileSync(file, "utf8").matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = ""]) => name);
    expect(cited.filter((name) => !(name in scripts))).toEqual([]);
  });
});

/** In SECURITY.md a line that names a test file and then words in quotes cites a test of that file. */
function citedTests(text: string): { file: string; name: string }[] {
  return text.split("\n").flatMap((line) => {
    const file = /`(\S+\.test\.tsx?)`/.exec(line)?.[1];
    const names = [...line.matchAll(/["“]([^"”]+)["”]/g)].map(([, name = ""]) => name);
    return file ? names.map((name) => ({ file, name })) : [];
  });
}

test("tests cited in SECURITY.md exist", () => {
  const cited = existsSync("SECURITY.md") ? citedTests(readFileSync("SECURITY.md", "utf8")) : [];
  expect(cited.filter(({ file, name }) => !existsSync(file) || !readFileSync(file, "utf8").includes(name))).toEqual([]);
});

test("the checks see what is wrong", () => {
  expect(isThere("tests/no-such-file.ts")).toBe(false);
  expect(isThere("tests/documents.test.ts")).toBe(true);
  expect(looksLikePath("application/json")).toBe(false);
  expect(looksLikePath("src/nowhere/")).toBe(true);
  expect(citedTests('| a | `tests/x.test.ts` "keeps it" |')).toEqual([{ file: "tests/x.test.ts", name: "keeps it" }]);
});

test("no file names a folder of the machine it was written on", () => {
  const ours = files.filter((file) => /\.(ts|tsx|mjs|md|ya?ml|json|jsonl|sh|sql)$|^\.ci\//.test(file));
  expect(ours.filter((file) => /\/work\/(main|shared)\b/.test(readFileSync(file, "utf8")))).toEqual([]);
});
