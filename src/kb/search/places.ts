import type { Rules } from "../../platform/rules/index.ts";

/** Places that plain text names: districts by the city's own names, and by code (A7县) where names were taken out. */
export type Places = ReadonlySet<string>;

const code = /[a-z]\d{0,2}(?:市|县|区)/gu;

/** `known`: names of districts that the city's rules have. */
export function placesOf(plain: string, known: readonly string[]): Places {
  return new Set([...(plain.match(code) ?? []), ...known.filter((name) => plain.includes(name))]);
}

/** Codes share their letter with the city they lie in: A7县 lies in A市. */
export const areNear = (left: Places, right: Places): boolean =>
  [...left].some((name) => /^[a-z]/.test(name) && [...right].some((other) => other.charAt(0) === name.charAt(0)));

export const share = (left: Places, right: Places): boolean => [...left].some((name) => right.has(name));

/** Figures of two digits and more, document numbers among them, each marked so that it is no common word. */
export const numbersOf = (plain: string): string[] => [
  ...new Set((plain.match(/\d{2,}/g) ?? []).map((digits) => `#${digits}`)),
];

const knownByRules = new WeakMap<Rules, readonly string[]>();

/** Names of the city's districts, short ones too. */
export function knownPlaces(rules: Rules): readonly string[] {
  const names = knownByRules.get(rules) ?? rules.city.districts.map(({ name }) => name);
  knownByRules.set(rules, names);
  return names;
}
