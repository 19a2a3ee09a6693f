import { createHash } from "node:crypto";
import { type Agency, type CategoryItem, type City, composeAgencies, composeItems } from "./compose.ts";
import { crossCheck } from "./cross-check.ts";
import { Agencies, CityFile, Districts } from "./schema/city.ts";
import { type PartName, type PartRules, parts } from "./schema/index.ts";
import { Pack } from "./schema/pack.ts";
import { type Settings, SettingsFile } from "./schema/settings.ts";
import { chooseSettings } from "./settings.ts";
import { checkSource, type Faults, type RuleFile, readSource, type Source } from "./source.ts";

/** Everything officials decide, checked and composed for one city. */
export type Rules = PartRules & {
  city: City;
  /** Content items as the city names them, removed ones left out. */
  items: CategoryItem[];
  /** Departments, companies, district governments, street and town offices. */
  agencies: Agency[];
  settings: Settings;
  packs: Pack[];
  /** Short hash over every text: what an order keeps to say under which rules it was made. */
  version: string;
};

type Sources = ReadonlyMap<string, Source | null>;

function versionOf(files: readonly RuleFile[]): string {
  const hash = createHash("sha256");
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) hash.update(`${file.path}\0${file.text}\0`);
  return hash.digest("hex").slice(0, 12);
}

/** The source at `path`; a missing file is a fault. */
function need(sources: Sources, path: string, faults: Faults): Source | null {
  if (!sources.has(path)) faults.push(`${path}:1: 缺少这个文件`);
  return sources.get(path) ?? null;
}

/** Checks every part file of every pack, the ones that no city uses too, and keeps them by path. */
function checkParts(sources: Sources, faults: Faults): Map<string, unknown> {
  const checked = new Map<string, unknown>();
  for (const [path, source] of sources) {
    const name = /^rules\/packs\/[^/]+\/([^/]+)\.yaml$/.exec(path)?.[1];
    if (!name || name === "pack") continue;
    if (!Object.hasOwn(parts, name)) continue;
    checked.set(path, checkSource(parts[name as PartName], source, faults));
  }
  return checked;
}

/** The part files that the city chose. */
function chooseParts(sources: Sources, city: CityFile, cityPath: string, faults: Faults): Partial<PartRules> {
  const checked = checkParts(sources, faults);
  const chosen: Record<string, unknown> = {};
  for (const name of Object.keys(parts)) {
    const pack = city.packs[name];
    if (!pack) {
      faults.push(`${cityPath}:${sources.get(cityPath)?.lineOf(["packs"]) ?? 1}: packs.${name}: 城市没有指定规则包`);
      continue;
    }
    const path = `rules/packs/${pack}/${name}.yaml`;
    need(sources, path, faults);
    chosen[name] = checked.get(path);
  }
  return chosen as Partial<PartRules>;
}

function checkPacks(sources: Sources, city: CityFile, faults: Faults): Pack[] {
  const ids = [...new Set(Object.values(city.packs))];
  return ids.flatMap((id) => checkSource(Pack, need(sources, `rules/packs/${id}/pack.yaml`, faults), faults) ?? []);
}

/**
 * Puts the rules of one city together. In: texts of `rules/**` with paths that begin with "rules/".
 * Throws one Error whose message lists every fault as "file:line: path: what is wrong".
 */
export function parseRules(files: readonly RuleFile[], cityId: string): Rules {
  const faults: Faults = [];
  const sources = new Map(files.map((file) => [file.path, readSource(file, faults)]));
  const folder = `rules/cities/${cityId}`;
  const read = (name: string): Source | null => need(sources, name, faults);
  const city = checkSource(CityFile, read(`${folder}/city.yaml`), faults);
  const districts = checkSource(Districts, read(`${folder}/districts.yaml`), faults);
  const agencies = checkSource(Agencies, read(`${folder}/agencies.yaml`), faults);
  const settingsFile = checkSource(SettingsFile, read("rules/settings.yaml"), faults);
  if (!city || !districts || !agencies || !settingsFile) throw new Error(`规则有误：\n${faults.join("\n")}`);
  const chosen = chooseParts(sources, city, `${folder}/city.yaml`, faults);
  const packs = checkPacks(sources, city, faults);
  const settings = chooseSettings(settingsFile, city, sources.get(`${folder}/city.yaml`) ?? null, faults);
  const items = chosen.categories ? composeItems(chosen.categories, city) : [];
  crossCheck({ city, districts, agencies, categories: chosen.categories, items, sources, folder, faults });
  if (faults.length > 0) throw new Error(`规则有误：\n${faults.join("\n")}`);
  return {
    ...(chosen as PartRules),
    city: { ...city, ...districts, localMatters: agencies.localMatters },
    items,
    agencies: composeAgencies(agencies, districts),
    settings,
    packs,
    version: versionOf(files),
  };
}

/** Checks one part file by itself. In: its text. Throws an Error that lists every fault with its line. */
export function parsePart<Name extends PartName>(name: Name, file: RuleFile): PartRules[Name] {
  const faults: Faults = [];
  const value = checkSource(parts[name], readSource(file, faults), faults);
  if (faults.length > 0 || value === null) throw new Error(`规则有误：\n${faults.join("\n")}`);
  return value as PartRules[Name];
}
