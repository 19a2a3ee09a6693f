import { z } from "zod";
import { Clause, Matchers, RuleId, Text } from "./common.ts";
import { SettingValue } from "./settings.ts";

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, "应为小写字母、数字和短横");

/** How a city is put together: a pack for each part, its own choices, its own category names. */
export const CityFile = z.strictObject({
  id: Id,
  name: Text,
  aliases: z.array(Text),
  version: Text,
  timezone: Text,
  packs: z.record(Text, Text),
  settings: z.record(Text, SettingValue),
  itemsRemoved: z.array(Text),
  itemAliases: z.record(Text, Text),
});
export type CityFile = z.infer<typeof CityFile>;

const Street = z.strictObject({
  name: Text,
  kind: z.enum(["街道", "镇", "乡"]),
  agency: Text,
  aliases: z.array(Text),
  agencyAliases: z.array(Text),
});
export type Street = z.infer<typeof Street>;

const District = z.strictObject({
  name: Text,
  kind: z.enum(["区", "县", "功能区"]),
  agency: Text,
  aliases: z.array(Text),
  agencyAliases: z.array(Text),
  streets: z.array(Street),
});
export type District = z.infer<typeof District>;

/** Districts with their streets and towns, and words that say a place lies elsewhere. */
export const Districts = z.strictObject({
  districts: z.array(District).min(1),
  outside: Matchers,
  note: Text.optional(),
});
export type Districts = z.infer<typeof Districts>;

const Duty = z.strictObject({
  duty: Text,
  cues: z.array(Text),
  notCues: z.array(Text).optional(),
  items: z.array(Text),
  clause: Clause,
});

const MunicipalAgency = z.strictObject({
  id: Id,
  name: Text,
  aliases: z.array(Text),
  kind: z.enum(["部门", "企业"]),
  level: z.enum(["市", "企业"]),
  vertical: z.boolean(),
  organizer: z.boolean(),
  duties: z.array(Duty),
  note: Text.optional(),
});
export type MunicipalAgency = z.infer<typeof MunicipalAgency>;

const LocalMatter = z.strictObject({
  id: Id,
  matter: Text,
  ...Matchers.shape,
  items: z.array(Text),
  lead: z.enum(["街道优先", "街道协办"]),
  why: Text,
  clause: Clause,
  rule: RuleId,
});
export type LocalMatter = z.infer<typeof LocalMatter>;

/** Who answers for what, and which matters go to the street or town office when it is known. */
export const Agencies = z.strictObject({
  rules: z.array(RuleId),
  clause: Clause,
  agencies: z.array(MunicipalAgency).min(1),
  localMatters: z.array(LocalMatter),
});
export type Agencies = z.infer<typeof Agencies>;
