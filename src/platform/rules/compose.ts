import type { Categories } from "./schema/categories.ts";
import type { Agencies, CityFile, District, Districts, MunicipalAgency, Street } from "./schema/city.ts";
import type { WeightedCues } from "./schema/common.ts";

/** A content item as this city names it. `sourceName` is the name in the pack. */
export type CategoryItem = {
  name: string;
  sourceName: string;
  level1: string;
  aliases: readonly string[];
  cues: readonly { text: string; weight: number }[];
  notCues: readonly string[];
};

/** Any body that can get an order: city department, company, district government, street or town office. */
export type Agency = {
  id: string;
  name: string;
  aliases: readonly string[];
  kind: "部门" | "企业" | "街道" | "区政府";
  level: "市" | "企业" | "区" | "街道";
  vertical: boolean;
  organizer: boolean;
  duties: MunicipalAgency["duties"];
  district: string | null;
  street: string | null;
};

export type City = CityFile & Districts & Pick<Agencies, "localMatters">;

function weigh(cues: WeightedCues): { text: string; weight: number }[] {
  return Object.entries(cues).flatMap(([weight, words]) => words.map((text) => ({ text, weight: Number(weight) })));
}

/** Items of the pack as the city uses them: its removed items left out, its own names put in. */
export function composeItems(categories: Categories, city: CityFile): CategoryItem[] {
  const removed = new Set(city.itemsRemoved);
  return categories.classes.flatMap((group) =>
    group.items
      .filter((item) => !removed.has(item.name))
      .map((item) => ({
        name: city.itemAliases[item.name] ?? item.name,
        sourceName: item.name,
        level1: group.name,
        aliases: item.aliases ?? [],
        cues: weigh(item.cues ?? {}),
        notCues: item.notCues ?? [],
      })),
  );
}

const local = { vertical: false, organizer: true, duties: [] };

function government(district: District): Agency {
  return {
    ...local,
    id: district.agency,
    name: district.agency,
    aliases: district.agencyAliases,
    kind: "区政府",
    level: "区",
    district: district.name,
    street: null,
  };
}

function office(district: District, street: Street): Agency {
  return {
    ...local,
    id: street.agency,
    name: street.agency,
    aliases: street.agencyAliases,
    kind: "街道",
    level: "街道",
    district: district.name,
    street: street.name,
  };
}

/** Every body of the city that can be named in an order, departments first, then districts, then streets and towns. */
export function composeAgencies(agencies: Agencies, { districts }: Districts): Agency[] {
  return [
    ...agencies.agencies.map((agency) => ({ ...agency, district: null, street: null })),
    ...districts.map(government),
    ...districts.flatMap((district) => district.streets.map((street) => office(district, street))),
  ];
}
