import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parseRules, type Rules } from "./parse-rules.ts";
import type { RuleFile } from "./source.ts";

/** Every YAML text under `rulesDir`, with paths as people know them: "rules/packs/…". */
export function readRuleFiles(rulesDir: string): RuleFile[] {
  return readdirSync(rulesDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: `rules/${relative(rulesDir, path).split(sep).join("/")}`,
      text: readFileSync(path, "utf8"),
    }));
}

/** Reads the folder and puts the rules of one city together. Throws an Error that lists every fault with file and line. */
export function loadRules(rulesDir: string, cityId: string): Rules {
  return parseRules(readRuleFiles(rulesDir), cityId);
}
