import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { explain } from "../explain.ts";

export type RuleFile = { path: string; text: string };
type Path = readonly PropertyKey[];
export type Source = { path: string; data: unknown; lineOf: (path: Path) => number };
export type Faults = string[];
type Issue = z.core.$ZodIssue;

/** Text of a path inside a file: ["stages", 2, "limit"] -> "stages[2].limit". */
function showPath(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}

/** Offset where the deepest existing step of `path` begins: the key of a pair, the first character of a list entry. */
function offsetOf(root: unknown, path: Path): number {
  let node = root;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === String(step));
      if (!pair) break;
      offset = (isScalar(pair.key) && pair.key.range?.[0]) || offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const entry = node.items[Number(step)];
      if (!entry) break;
      offset = (entry as { range?: [number, number, number] | null }).range?.[0] ?? offset;
      node = entry;
    } else break;
  }
  return offset;
}

/** Adds "file:line: path: what is wrong" to `faults`. */
export function addFault(faults: Faults, source: Source, path: Path, message: string): void {
  const place = path.length > 0 ? `${showPath(path)}: ` : "";
  faults.push(`${source.path}:${source.lineOf(path)}: ${place}${message}`);
}

/** Two entries of one list with the same id: the later is a fault. */
function addDuplicates(faults: Faults, source: Source, value: unknown, path: Path): void {
  if (typeof value !== "object" || value === null) return;
  const seen = new Set<unknown>();
  for (const [key, child] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    const id: unknown = Array.isArray(value) && child instanceof Object && "id" in child ? child.id : undefined;
    if (id !== undefined && seen.has(id)) addFault(faults, source, [...here, "id"], `编号重复：${String(id)}`);
    seen.add(id);
    addDuplicates(faults, source, child, here);
  }
}

/** Reads one YAML text. Syntax errors, repeated keys and repeated ids are added to `faults`; null when there is no syntax tree to use. */
export function readSource(file: RuleFile, faults: Faults): Source | null {
  const counter = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: counter, prettyErrors: false });
  for (const error of document.errors) {
    faults.push(`${file.path}:${counter.linePos(error.pos[0]).line}: YAML 语法错误：${error.message}`);
  }
  if (document.errors.length > 0) return null;
  const lineOf = (path: Path): number => counter.linePos(offsetOf(document.contents, path)).line;
  const source = { path: file.path, data: document.toJS() as unknown, lineOf };
  addDuplicates(faults, source, source.data, []);
  return source;
}

/** Issues with unions opened: the branch that got furthest says what is wrong. */
function flatten(issue: Issue, base: Path = []): { path: Path; message: string }[] {
  const path = [...base, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path, key], message: "未知的字段" }));
  }
  if (issue.code === "invalid_key") return [{ path, message: issue.issues[0]?.message ?? issue.message }];
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ path, message: issue.message }];
  const depth = (branch: readonly Issue[]): number => Math.max(...branch.map((each) => each.path.length));
  const deepest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
  return deepest.flatMap((each) => flatten(each, path));
}

/** Checks a source against its schema. Returns the value, or null after adding every fault. */
export function checkSource<Schema extends z.ZodType>(
  schema: Schema,
  source: Source | null,
  faults: Faults,
): z.infer<Schema> | null {
  if (!source) return null;
  const result = schema.safeParse(source.data, { error: explain });
  if (result.success) return result.data;
  for (const issue of result.error.issues.flatMap((each) => flatten(each))) {
    addFault(faults, source, issue.path, issue.message);
  }
  return null;
}
