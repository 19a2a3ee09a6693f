import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { HolidayYear, type WorkCalendar, workCalendar } from "../workdays.ts";
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
  /** The public holidays, with the years that the city's holidays.yaml replaces or adds. */
  calendar: WorkCalendar;
  packs: Pack[];
  /** Short hash over every text: what an order keeps to say under which rules it was made. */
  version: string;
};

/** rules/cities/<city>/holidays.yaml: official notices that the built-in calendar does not have yet. */
const Holidays = z.strictObject({ years: z.array(HolidayYear) });

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

/** Checks every file of every pack, the ones that no city uses too. Values by path; null for one with faults. */
function checkPacks(sources: Sources, faults: Faults): Map<string, unknown> {
  const checked = new Map<string, unknown>();
  for (const [path, source] of sources) {
    const name = /^rules\/packs\/[^/]+\/([^/]+)\.yaml$/.exec(path)?.[1];
    if (!name) continue;
    const schema = name === "pack" ? Pack : Object.hasOwn(parts, name) ? parts[name as PartName] : null;
    if (schema) checked.set(path, checkSource(schema, source, faults));
    else faults.push(`${path}:1: 规则包没有名为 ${name} 的部分`);
  }
  return checked;
}

/** The part files that the city chose, and what their packs say of themselves. */
function choose(sources: Sources, checked: Map<string, unknown>, city: CityFile, cityPath: string, faults: Faults) {
  const chosen: Record<string, unknown> = {};
  const packs = new Map<string, unknown>();
  const line = (path: readonly string[]) => sources.get(cityPath)?.lineOf(path) ?? 1;
  for (const name of Object.keys(city.packs)) {
    if (Object.hasOwn(parts, name)) continue;
    faults.push(`${cityPath}:${line(["packs", name])}: packs.${name}: 规则包没有名为 ${name} 的部分`);
  }
  for (const name of Object.keys(parts)) {
    const pack = city.packs[name];
    if (!pack) {
      faults.push(`${cityPath}:${line(["packs"])}: packs.${name}: 城市没有指定规则包`);
      continue;
    }
    for (const file of [name, "pack"]) need(sources, `rules/packs/${pack}/${file}.yaml`, faults);
    chosen[name] = checked.get(`rules/packs/${pack}/${name}.yaml`);
    packs.set(pack, checked.get(`rules/packs/${pack}/pack.yaml`));
  }
  return { chosen: chosen as Partial<PartRules>, packs: [...packs.values()] as Pack[] };
}

function fault(faults: Faults): Error {
  return new AppError("invalid", `规则有误：\n${[...new Set(faults)].join("\n")}`);
}

function refuse(faults: Faults): void {
  if (faults.length > 0) throw fault(faults);
}

function readCity(sources: Sources, folder: string, faults: Faults) {
  const read = (path: string): Source | null => need(sources, path, faults);
  const city = checkSource(CityFile, read(`${folder}/city.yaml`), faults);
  const districts = checkSource(Districts, read(`${folder}/districts.yaml`), faults);
  const agencies = checkSource(Agencies, read(`${folder}/agencies.yaml`), faults);
  const settings = checkSource(SettingsFile, read("rules/settings.yaml"), faults);
  return city && districts && agencies && settings ? { city, districts, agencies, settings } : null;
}

/**
 * Puts the rules of one city together. In: texts of `rules/**` with paths that begin with "rules/".
 * Throws one AppError `invalid` whose message lists every fault as "file:line: path: what is wrong".
 */
export function parseRules(files: readonly RuleFile[], cityId: string): Rules {
  const faults: Faults = [];
  const sources = new Map(files.map((file) => [file.path, readSource(file, faults)]));
  const folder = `rules/cities/${cityId}`;
  const cityPath = `${folder}/city.yaml`;
  const checked = checkPacks(sources, faults);
  const read = readCity(sources, folder, faults);
  if (!read) throw fault(faults);
  const { city, districts, agencies } = read;
  const { chosen, packs } = choose(sources, checked, city, cityPath, faults);
  const holidaysPath = `${folder}/holidays.yaml`;
  const holidays = sources.has(holidaysPath) ? checkSource(Holidays, sources.get(holidaysPath) ?? null, faults) : null;
  const settings = chooseSettings(read.settings, city, sources.get(cityPath) ?? null, faults);
  const items = chosen.categories ? composeItems(chosen.categories, city) : [];
  const { categories, distinctions, knowledge } = chosen;
  crossCheck({ city, districts, agencies, categories, distinctions, knowledge, items, sources, folder, faults });
  refuse(faults);
  return {
    ...(chosen as PartRules),
    city: { ...city, ...districts, localMatters: agencies.localMatters },
    items,
    agencies: composeAgencies(agencies, districts),
    settings,
    calendar: workCalendar(holidays?.years ?? []),
    packs,
    version: versionOf(files),
  };
}

/** Checks one part file by itself. In: its text. Throws an AppError `invalid` that lists every fault with its line. */
export function parsePart<Name extends PartName>(name: Name, file: RuleFile): PartRules[Name] {
  const faults: Faults = [];
  const value = checkSource(parts[name], readSource(file, faults), faults);
  refuse(faults);
  return value as PartRules[Name];
}
