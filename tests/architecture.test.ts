import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filesUnder } from "./support/files.ts";
import { importsOf, targetOf, withoutComments } from "./support/imports.ts";

const features = ["orders", "kb", "transcribe", "classify", "routing", "qa", "callback"];
const base = ["platform", "ports"];

/** What each part of src may import, besides itself. Features meet only at index.ts. main.ts may import everything. */
const may: Record<string, string[]> = {
  ports: [],
  platform: ["ports"],
  adapters: base,
  orders: base,
  kb: [...base, "orders"],
  transcribe: [...base, "orders"],
  classify: [...base, "orders", "kb"],
  routing: [...base, "orders", "kb", "classify"],
  qa: [...base, "orders", "kb", "classify"],
  callback: [...base, "orders", "classify", "qa"],
  pipeline: [...base, ...features],
  "package-root.ts": [],
  "services.ts": [...base, "adapters", "pipeline", "package-root.ts"],
  http: [...base, "pipeline", ...features],
  worker: [...base, "pipeline", ...features],
  commands: [...base, "pipeline", ...features, "http", "worker", "services.ts", "package-root.ts"],
};

/** The only places where a package may be imported. */
const vendors: [package_: RegExp, where: RegExp][] = [
  [/^(@langchain\/|openai|sherpa-onnx)/, /^src\/adapters\//],
  [/^(node:)?child_process$/, /^src\/adapters\//],
  [/^@?better-auth/, /^src\/http\//],
  [/^(bullmq|ioredis)/, /^src\/platform\/queue/],
  [/^(pg$|@electric-sql\/)/, /^src\/platform\//],
  [/^drizzle-orm/, /^src\/(platform\/|http\/|[^/]+\/(.+\/)?(table|store|jobs)[^/]*\.ts$)/],
];

/** Words of code that are mistakes here, with the reason a reader gets. */
const forbidden: [words: RegExp, except: RegExp, reason: string][] = [
  [/process\.env\b/, /^src\/main\.ts$/, "settings are parsed once, in main.ts and config.ts"],
  [/\.transaction\(/, /^$/, "use inTransaction: a failed BEGIN loses the client (drizzle-orm#6023)"],
  [/AbortSignal\.any\b/, /^$/, "use within: it never fires once memory is collected (nodejs/node#57736)"],
  [/new Date\(\s*\)|Date\.now\b/, /^src\/platform\/clock\.ts$/, "take the time from the context"],
  [/\bconsole\./, /^$/, "use the log, or write to the output stream"],
  [/(?::|\bas|<|\||,)\s*any\b(?!["'`])/, /^$/, "no any"],
];

const isSource = (file: string) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file);
const sources = filesUnder("src").filter(isSource);
const partOf = (file: string) => file.split("/")[1] ?? "";
const read = (file: string) => readFileSync(file, "utf8");

describe("src", () => {
  test.each(sources)("%s imports what its part may import", (file) => {
    for (const { path } of importsOf(read(file))) {
      for (const [name, where] of vendors)
        if (name.test(path)) expect(file, `${path} belongs elsewhere`).toMatch(where);
      if (path.startsWith(".")) checkOwnImport(file, targetOf(file, path));
    }
  });

  test.each(sources)("%s holds no forbidden words and fits in 300 lines", (file) => {
    const text = read(file);
    const code = withoutComments(text);
    for (const [words, except, reason] of forbidden)
      if (!except.test(file)) expect(words.exec(code)?.[0], reason).toBeUndefined();
    expect(text.split("\n").length).toBeLessThanOrEqual(301);
  });
});

function checkOwnImport(file: string, target: string): void {
  const [from, to] = [partOf(file), partOf(target)];
  if (from === to || from === "main.ts") return;
  expect(target, `${file} leaves src`).toMatch(/^src\//);
  expect(may[from], `${from} -> ${to} (${target}); a new part needs a line in this test`).toContain(to);
  if (features.includes(to) || to === "pipeline")
    expect(target, "features meet at index.ts").toBe(`src/${to}/index.ts`);
}

describe("around src", () => {
  const web = existsSync("web") ? filesUnder("web").filter(isSource) : [];
  test.each(web)("%s takes only types from the server", (file) => {
    for (const { path, typeOnly } of importsOf(read(file))) {
      if (path.startsWith(".") && targetOf(file, path).startsWith("src/")) expect(typeOnly, path).toBe(true);
    }
  });

  const measurable = /^src\/(services\.ts|platform\/(config|context)\.ts|(?!platform\/)\w+\/index\.ts)$/;
  const measured = ["evals", "bench"].flatMap((dir) => (existsSync(dir) ? filesUnder(dir) : [])).filter(isSource);
  test.each(measured)("%s measures through the real verbs", (file) => {
    for (const { path } of importsOf(read(file))) {
      const target = path.startsWith(".") ? targetOf(file, path) : "";
      if (target.startsWith("src/")) expect(target).toMatch(measurable);
    }
  });
});

describe("the rules themselves", () => {
  const words = (code: string) =>
    forbidden.filter(([pattern]) => pattern.test(withoutComments(code))).map(([, , reason]) => reason);

  test("forbidden words are found in code and not in comments, nor a date made from a value", () => {
    expect(words("const x: any = 1")).toEqual(["no any"]);
    expect(words("const now = new Date();")).toEqual(["take the time from the context"]);
    expect(words("// console.log(1)\n/* process.env.X */ const at = new Date(text);")).toEqual([]);
    expect(words('const url = "http://x"; console.log(url)')).toHaveLength(1);
  });

  test("imports are found over several lines, in re-exports, bare and dynamic", () => {
    const text =
      'import {\n  a,\n} from "./a.ts";\nexport type { B } from "./b.ts";\nimport "./c.ts";\nawait import("./d.ts");';
    expect(importsOf(text)).toEqual([
      { path: "./a.ts", typeOnly: false },
      { path: "./b.ts", typeOnly: true },
      { path: "./c.ts", typeOnly: false },
      { path: "./d.ts", typeOnly: false },
    ]);
  });
});
