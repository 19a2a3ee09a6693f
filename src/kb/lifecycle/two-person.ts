import type { Rules } from "../../platform/rules/index.ts";
import type { ArticleKind } from "../schema.ts";

/**
 * Why an article needs two people to be published, in words for people; null when it does not. By its kind, or by its content
 * item, under the city's name for it or the source's.
 */
export function twoPersonWhy(
  { knowledge, items }: Pick<Rules, "knowledge" | "items">,
  article: { kind: ArticleKind; item: string | null },
): string | null {
  const { kinds, items: named } = knowledge.lifecycle.twoPerson;
  if (kinds.includes(article.kind)) return `${article.kind}须由两人完成`;
  const sourceName = items.find(({ name }) => name === article.item)?.sourceName ?? article.item;
  return sourceName && named.includes(sourceName) ? `“${article.item}”涉及待遇，须由两人完成` : null;
}
