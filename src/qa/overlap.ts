/** Pairs of neighbouring Chinese characters in a text. */
export function pairsOf(text: string): Set<string> {
  const words = text.replace(/[^\p{Script=Han}]+/gu, "");
  const pairs = new Set<string>();
  for (let at = 1; at < words.length; at++) pairs.add(words.slice(at - 1, at + 1));
  return pairs;
}

/** How many different pairs of characters two texts share. */
export function sharedPairs(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return shared;
}
