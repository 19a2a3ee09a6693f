import type { z } from "zod";
import { Callback } from "./callback.ts";
import { Categories } from "./categories.ts";
import { Distinctions } from "./distinctions.ts";
import { Fields } from "./fields.ts";
import { Indicators } from "./indicators.ts";
import { Intake } from "./intake.ts";
import { Kinds } from "./kinds.ts";
import { Knowledge } from "./knowledge.ts";
import { Limits } from "./limits.ts";
import { Listening } from "./listening.ts";
import { Phrases } from "./phrases.ts";
import { Quality } from "./quality.ts";
import { Recording } from "./recording.ts";
import { Routing } from "./routing.ts";
import { Rubric } from "./rubric.ts";
import { ScopeRules } from "./scope.ts";
import { Synonyms } from "./synonyms.ts";
import { Urgency } from "./urgency.ts";
import { Wording } from "./wording.ts";

/** Every part of a rule pack: key = file name (`limits` -> packs/<pack>/limits.yaml) = key in `Rules`. Add a part here and nowhere else. */
export const parts = {
  categories: Categories,
  distinctions: Distinctions,
  fields: Fields,
  indicators: Indicators,
  intake: Intake,
  knowledge: Knowledge,
  limits: Limits,
  routing: Routing,
  callback: Callback,
  phrases: Phrases,
  rubric: Rubric,
  wording: Wording,
  kinds: Kinds,
  listening: Listening,
  quality: Quality,
  recording: Recording,
  scope: ScopeRules,
  synonyms: Synonyms,
  urgency: Urgency,
} as const;

export type PartName = keyof typeof parts;
export type PartRules = { [Name in PartName]: z.infer<(typeof parts)[Name]> };
