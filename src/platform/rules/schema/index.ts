import type { z } from "zod";
import { Categories } from "./categories.ts";
import { Distinctions } from "./distinctions.ts";
import { Fields } from "./fields.ts";
import { Indicators } from "./indicators.ts";
import { Knowledge } from "./knowledge.ts";
import { Limits } from "./limits.ts";
import { Routing } from "./routing.ts";

/** Every part of a rule pack: key = file name (`limits` -> packs/<pack>/limits.yaml) = key in `Rules`. Add a part here and nowhere else. */
export const parts = {
  categories: Categories,
  distinctions: Distinctions,
  fields: Fields,
  indicators: Indicators,
  knowledge: Knowledge,
  limits: Limits,
  routing: Routing,
} as const;

export type PartName = keyof typeof parts;
export type PartRules = { [Name in PartName]: z.infer<(typeof parts)[Name]> };
