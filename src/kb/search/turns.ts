import { type NameMatch, nameFinder } from "./names.ts";

/** A turn of speech: parts that follow each other in one clause; `id` of what is meant. */
export type Turn = { parts: readonly string[]; id: number };

const longestGap = 8;

/** Finds what is meant by the turns of speech in a plain text, each as often as it is said. */
export function turnFinder(turns: readonly Turn[]): (plain: string) => number[] {
  const parts = [...new Set(turns.flatMap((turn) => turn.parts))];
  const numbers = new Map(parts.map((part, at) => [part, at]));
  const byFirst = new Map<number, { rest: readonly number[]; id: number }[]>();
  for (const turn of turns) {
    const [first = -1, ...rest] = turn.parts.map((part) => numbers.get(part) ?? -1);
    byFirst.set(first, [...(byFirst.get(first) ?? []), { rest, id: turn.id }]);
  }
  const find = nameFinder(parts);
  return (plain) => {
    const found = find(plain);
    return found.flatMap((first, at) =>
      (byFirst.get(first.name) ?? [])
        .filter(({ rest }) => isFollowed(plain, first.end, rest, found, at + 1))
        .map(({ id }) => id),
    );
  };
}

/** Whether the parts stand after `from`, one after the other, with little between them; `found` by where they start, looked at from `at`. */
function isFollowed(
  plain: string,
  from: number,
  [next, ...rest]: readonly number[],
  found: readonly NameMatch[],
  at: number,
): boolean {
  if (next === undefined) return true;
  for (let place = at; ; place += 1) {
    const match = found[place];
    if (!match || match.start > from + longestGap) return false;
    const { name, start, end } = match;
    const isNext = name === next && start >= from && isGap(plain.slice(from, start));
    if (isNext && isFollowed(plain, end, rest, found, place + 1)) return true;
  }
}

const isGap = (between: string): boolean => /^[\p{L}\p{N}]*$/u.test(between);
