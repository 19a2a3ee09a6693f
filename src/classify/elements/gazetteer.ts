import type { City } from "../../platform/rules/index.ts";
import { findName } from "../../platform/text/index.ts";
import type { Turn } from "../talk/talk.ts";

/** A district or street that a turn names, exactly or by sound. */
export type Mention = {
  readonly turn: Turn;
  readonly start: number;
  readonly end: number;
  readonly district: string;
  readonly street: string | null;
};

/** Short names are words of their own too (金桥路, 望湖小区), so they count only with a word that makes them a district. */
const aliasLengthMin = 3;
const denied = /(?:不是|不在|不属于|不归)$/u;

function mention(turn: Turn, names: readonly string[], district: string, street: string | null): Mention[] {
  for (const name of names) {
    const found = findName(turn.text, name);
    if (!found || denied.test(turn.text.slice(Math.max(0, found.start - 4), found.start))) continue;
    return [{ turn, start: found.start, end: found.end, district, street }];
  }
  return [];
}

/** Districts and streets of the city that the turn names; what it denies (不是金桥街道) is left out. */
export function mentionsIn(city: Pick<City, "districts">, turn: Turn): Mention[] {
  return city.districts.flatMap((district) => {
    const own = [
      district.name,
      ...district.aliases.filter((alias) => alias.length >= aliasLengthMin && !alias.includes("管委会")),
    ];
    const streets = district.streets.flatMap((street) => {
      const names = [
        street.name,
        ...street.aliases.filter((alias) => alias.length >= aliasLengthMin && alias !== "创业路"),
      ];
      return mention(turn, names, district.name, street.name);
    });
    return [...mention(turn, own, district.name, null), ...streets];
  });
}

/**
 * The district and street meant: the last street named by the caller wins, since callers correct themselves; its district follows from it.
 * `trusted` are mentions from what the agent read back and the caller confirmed.
 */
export function settle(
  mentions: readonly Mention[],
  trusted: readonly Mention[],
): { district: string | null; street: string | null } {
  const street = trusted.findLast((each) => each.street) ?? mentions.findLast((each) => each.street);
  if (street) return { district: street.district, street: street.street };
  const district = trusted.at(-1) ?? mentions.at(-1);
  return { district: district?.district ?? null, street: null };
}
