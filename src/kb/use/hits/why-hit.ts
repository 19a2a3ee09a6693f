import type { SearchHit } from "../../schema.ts";

const wordsShown = 8;

/**
 * Why an article was found: the words of the question that stand in its title or passage, longest first, and how near it is. Without
 * any it was found by likeness alone.
 */
export function whyHit(words: readonly string[], { title, quote, score }: SearchHit): string {
  const text = `${title}\n${quote}`.toLowerCase();
  const shared = [...new Set(words)].filter((word) => text.includes(word)).sort((a, b) => b.length - a.length);
  const near = `相关度 ${score.toFixed(2)}`;
  if (!shared.length) return `没有相同的词，按相似程度找到；${near}`;
  return `共同的词：${shared.slice(0, wordsShown).join("、")}；${near}`;
}
