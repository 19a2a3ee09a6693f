export type { Agency, CategoryItem, City } from "./compose.ts";
export { loadRules, readRuleFiles } from "./load-rules.ts";
export { everyMatch, firstMatch, type Match, says } from "./match.ts";
export { parsePart, parseRules, type Rules } from "./parse-rules.ts";
export type { District, LocalMatter, MunicipalAgency, Street } from "./schema/city.ts";
export type { Duration, Matchers } from "./schema/common.ts";
export { type PartName, type PartRules, parts } from "./schema/index.ts";
export type { SettingName, Settings } from "./schema/settings.ts";
export type { RuleFile } from "./source.ts";
