/** Pairs of neighbouring Chinese characters in a text. */
export function pairsOf(text: string): Set<string> {
  const words = text.replace(/[^\p{Script=Han}]/gu, "");
  return new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)));
}

/** How many different pairs of characters two texts share. */
export function sharedPairs(one: string, other: string): number {
  const others = pairsOf(other);
  return [...pairsOf(one)].filter((pair) => others.has(pair)).length;
}
