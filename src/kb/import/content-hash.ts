import { createHash } from "node:crypto";
import type { ArticleInput } from "../schema.ts";

/** An article as a file has it; `articleId` names the article of ours that it came from. */
export type ImportedArticle = ArticleInput & { articleId?: string | null };

/**
 * The same for the same content, whatever the order of its fields or the zone of its moments.
 * A field that came later and says nothing does not make an article another one.
 */
export function hashOf({ articleId, bulletin, ...article }: ImportedArticle): string {
  const fields = { ...article, validFrom: instant(article.validFrom), validUntil: instant(article.validUntil) };
  return createHash("sha256")
    .update(JSON.stringify(Object.entries(bulletin ? { ...fields, bulletin } : fields).sort()))
    .digest("hex");
}

/** Two articles of one file with the same key are one article: the last counts. */
export const keyOf = (article: ImportedArticle): string => article.externalId ?? article.articleId ?? hashOf(article);

const instant = (moment: string | null) => moment && new Date(moment).toISOString();
