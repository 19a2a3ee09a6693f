import { createHash } from "node:crypto";
import type { ArticleInput } from "../schema.ts";

/** An article as a file has it; `articleId` names the article of ours that it came from. */
export type ImportedArticle = ArticleInput & { articleId?: string | null };

/** Characters that no screen shows and XML cannot hold. */
const unseen = /[^\P{Cc}\n\t]|[\ufffe\uffff]/gu;

/** A text as every format can hold it: one sort of line end, nothing unseen. */
export const cleanText = (text: string): string =>
  text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(unseen, "");

/**
 * The same for the same content, whatever the order of its fields or the zone of its moments.
 * A field that came later and says nothing does not make an article another one.
 */
export function hashOf({ articleId, bulletin, ...article }: ImportedArticle): string {
  const texts = { title: cleanText(article.title), body: cleanText(article.body) };
  const fields = {
    ...article,
    ...texts,
    validFrom: instant(article.validFrom),
    validUntil: instant(article.validUntil),
  };
  return createHash("sha256")
    .update(JSON.stringify(Object.entries(bulletin ? { ...fields, bulletin } : fields).sort()))
    .digest("hex");
}

/** Two articles of one file with the same key are one article: the last counts. */
export const keyOf = (article: ImportedArticle): string => article.externalId ?? article.articleId ?? hashOf(article);

const instant = (moment: string | null) => moment && new Date(moment).toISOString();
