import type { CityFile } from "./schema/city.ts";
import { type Settings, type SettingsFile, type SettingValue, settingValues } from "./schema/settings.ts";
import { addFault, type Faults, type Source } from "./source.ts";

/** The value of every setting: the city's own where it names one of the variants, else the default. Faults go to `faults`. */
export function chooseSettings(file: SettingsFile, city: CityFile, source: Source | null, faults: Faults): Settings {
  const values: Record<string, SettingValue> = {};
  const ids = new Set(file.settings.map((setting) => setting.id));
  for (const setting of file.settings) {
    const own = city.settings[setting.id];
    const known = own === undefined || setting.variants.some((variant) => variant.value === own);
    if (!known && source)
      addFault(faults, source, ["settings", setting.id], `${String(own)} 不是 ${setting.id} 的取值之一`);
    values[setting.name] = own ?? setting.default;
  }
  for (const id of Object.keys(city.settings)) {
    if (!ids.has(id) && source) addFault(faults, source, ["settings", id], "settings.yaml 没有这个编号");
  }
  for (const name of Object.keys(settingValues)) {
    if (!(name in values)) faults.push(`rules/settings.yaml:1: 缺少设置 ${name}`);
  }
  return values as Settings;
}
