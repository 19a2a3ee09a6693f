import type { Answer } from "../orders/index.ts";
import { toShanghaiIso } from "../platform/clock.ts";
import type { Ctx } from "../platform/context.ts";
import { bulletinsFirst } from "./bulletins-first.ts";
import { answerFloor } from "./relevance.ts";
import type { SearchHit } from "./schema.ts";
import { searchArticles } from "./search-articles.ts";
import { type ArticleVersion, selectVersions } from "./store-versions.ts";

const answersOffered = 3;
/** How far down a bulletin is looked for. */
const hitsSeen = 10;

/**
 * The published paragraphs nearest to what the caller asks, with their source and validity: bulletins first, then best first; none
 * when the base has no answer.
 */
export async function suggestAnswers(ctx: Ctx, question: { text: string; at: string }): Promise<Answer[]> {
  const { results } = await searchArticles(ctx, { ...question, k: hitsSeen });
  const near = bulletinsFirst(results.filter(({ score }) => score >= answerFloor)).slice(0, answersOffered);
  const versions = await selectVersions(ctx.db, near);
  return near.map((hit) => answerOf(hit, versions.find(isOf(hit))));
}

const isOf =
  ({ articleId, version }: SearchHit) =>
  (each: ArticleVersion) =>
    each.articleId === articleId && each.number === version;

const isoOrNull = (moment: Date | null | undefined) => (moment ? toShanghaiIso(moment) : null);

function answerOf(hit: SearchHit, version: ArticleVersion | undefined): Answer {
  const { articleId, title, score, quote } = hit;
  const { kind, bulletin = false } = version ?? {};
  return {
    articleId,
    version: hit.version,
    title,
    score,
    quote,
    agency: version?.agency ?? hit.agency,
    legalBasis: version?.legalBasis ?? null,
    ...(kind ? { kind } : {}),
    // R-K4 and R-K6: the agencies' agreed answer and the bulletin are said as they stand.
    fixed: bulletin || kind === "答复口径",
    validFrom: isoOrNull(version?.validFrom),
    validUntil: isoOrNull(version?.validUntil),
  };
}
