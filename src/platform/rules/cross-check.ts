import type { CategoryItem } from "./compose.ts";
import type { Categories } from "./schema/categories.ts";
import type { Agencies, CityFile, Districts } from "./schema/city.ts";
import type { Distinctions } from "./schema/distinctions.ts";
import type { Knowledge } from "./schema/knowledge.ts";
import { addFault, type Faults, type Source } from "./source.ts";

type Checked = {
  city: CityFile;
  districts: Districts;
  agencies: Agencies;
  categories: Categories | undefined;
  distinctions: Distinctions | undefined;
  knowledge: Knowledge | undefined;
  items: readonly CategoryItem[];
  sources: ReadonlyMap<string, Source | null>;
  folder: string;
  faults: Faults;
};

/** Names that the city removes or renames must be names of the pack. */
function checkCityItems({ city, categories, sources, folder, faults }: Checked): void {
  const source = sources.get(`${folder}/city.yaml`);
  if (!source || !categories) return;
  const names = new Set(categories.classes.flatMap((group) => group.items.map((item) => item.name)));
  city.itemsRemoved.forEach((name, index) => {
    if (!names.has(name)) addFault(faults, source, ["itemsRemoved", index], `规则包没有内容项 ${name}`);
  });
  for (const name of Object.keys(city.itemAliases)) {
    if (!names.has(name)) addFault(faults, source, ["itemAliases", name], `规则包没有内容项 ${name}`);
  }
}

/** Items that duties and local matters name must be items of the city. */
function checkDutyItems({ agencies, items, sources, folder, faults }: Checked): void {
  const source = sources.get(`${folder}/agencies.yaml`);
  if (!source || items.length === 0) return;
  const names = new Set(items.map((item) => item.name));
  const check = (listed: readonly string[], path: readonly PropertyKey[]): void => {
    listed.forEach((name, index) => {
      if (!names.has(name)) addFault(faults, source, [...path, index], `没有内容项 ${name}`);
    });
  };
  for (const [at, agency] of agencies.agencies.entries()) {
    for (const [index, duty] of agency.duties.entries()) check(duty.items, ["agencies", at, "duties", index, "items"]);
  }
  for (const [at, matter] of agencies.localMatters.entries()) check(matter.items, ["localMatters", at, "items"]);
}

/** Items that distinctions tell apart must be items of the pack. */
function checkDistinctions({ city, categories, distinctions, sources, faults }: Checked): void {
  const source = sources.get(`rules/packs/${city.packs.distinctions}/distinctions.yaml`);
  if (!source || !categories || !distinctions) return;
  const names = new Set(categories.classes.flatMap((group) => group.items.map((item) => item.name)));
  for (const [at, { item, against }] of distinctions.distinctions.entries()) {
    const path = ["distinctions", at];
    if (!names.has(item)) addFault(faults, source, [...path, "item"], `没有内容项 ${item}`);
    for (const [index, name] of (against ?? []).entries()) {
      if (!names.has(name)) addFault(faults, source, [...path, "against", index], `没有内容项 ${name}`);
    }
  }
}

/** Items that need two people must be items of the pack. */
function checkTwoPersonItems({ city, categories, knowledge, sources, faults }: Checked): void {
  const source = sources.get(`rules/packs/${city.packs.knowledge}/knowledge.yaml`);
  if (!source || !categories || !knowledge) return;
  const names = new Set(categories.classes.flatMap((group) => group.items.map((item) => item.name)));
  for (const [at, name] of knowledge.lifecycle.twoPerson.items.entries()) {
    if (!names.has(name)) addFault(faults, source, ["lifecycle", "twoPerson", "items", at], `没有内容项 ${name}`);
  }
}

/** One name is one body: an agency or place named twice is a fault. */
function checkNames({ agencies, districts, sources, folder, faults }: Checked): void {
  const seen = new Set<string>();
  const check = (file: string, name: string, path: readonly PropertyKey[]): void => {
    const source = sources.get(`${folder}/${file}`);
    if (seen.has(name) && source) addFault(faults, source, path, `名称重复：${name}`);
    seen.add(name);
  };
  for (const [at, agency] of agencies.agencies.entries()) check("agencies.yaml", agency.name, ["agencies", at, "name"]);
  districts.districts.forEach((district, at) => {
    check("districts.yaml", district.agency, ["districts", at, "agency"]);
    check("districts.yaml", district.name, ["districts", at, "name"]);
    district.streets.forEach((street, index) => {
      check("districts.yaml", street.agency, ["districts", at, "streets", index, "agency"]);
      check("districts.yaml", street.name, ["districts", at, "streets", index, "name"]);
    });
  });
}

/** Checks what no single file can show: names in one file that another must hold. Faults go to `input.faults`. */
export function crossCheck(input: Checked): void {
  checkCityItems(input);
  checkDutyItems(input);
  checkDistinctions(input);
  checkTwoPersonItems(input);
  checkNames(input);
}
