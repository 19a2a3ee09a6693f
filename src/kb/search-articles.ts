import { authorize } from "../platform/access.ts";
import { toShanghaiIso } from "../platform/clock.ts";
import type { Ctx } from "../platform/context.ts";
import { answerFloor, certaintyOf, evidenceOf } from "./relevance.ts";
import { rerankedHits, rerankHits } from "./rerank-hits.ts";
import type { SearchHit, SearchQuery, SearchResult } from "./schema.ts";
import { dot } from "./search/features.ts";
import { type Found, findCandidates } from "./search/find-candidates.ts";
import { type Ranked, rank } from "./search/rank.ts";
import { letGo } from "./search/tables.ts";

/**
 * The published articles that hold at the moment `at`, the best passage of each, best first. `abstained` when none is near
 * enough to be an answer: the results are then what came nearest.
 */
export async function searchArticles(ctx: Ctx, query: SearchQuery): Promise<SearchResult> {
  authorize(ctx.actor, "article.read");
  if (!/[\p{L}\p{N}]/u.test(query.text)) return { results: [], abstained: true };
  const found = await findCandidates(ctx, query);
  const ranked = rank(found.question, found.candidates, found.memory.statistics).filter(sharesWords);
  const hits = ranked
    .slice(0, Math.max(query.k, ctx.reranker ? rerankedHits : 0))
    .map((each) =>
      hitOf(each, found, certaintyOf(each, evidenceOf(each.document, found.question, found.memory.statistics))),
    );
  letGo(found.question.tables);
  const results = (await rerankHits(ctx, query.text, hits)).slice(0, query.k);
  return { results, abstained: !results.some(({ score }) => score >= answerFloor) };
}

const sharesWords = ({ features }: Ranked): boolean =>
  features.grams > 0 || features.vector > 0 || features.askedTwo > 0;

function hitOf(ranked: Ranked, { question }: Found, score: number): SearchHit {
  const { articleId, version, externalId, title, agency, bulletin, validFrom, validUntil } = ranked.document.stored;
  return {
    articleId,
    version,
    externalId,
    title,
    score,
    quote: bestPassage(ranked, question),
    agency,
    bulletin,
    validFrom: isoOrNull(validFrom),
    validUntil: isoOrNull(validUntil),
  };
}

/** The passage that has most of what is asked: its exact words. */
function bestPassage({ document }: Ranked, question: Found["question"]): string {
  const scores = document.passages.map((passage) => dot(passage, question.grams));
  const best = scores.indexOf(Math.max(...scores));
  return document.stored.passages[best]?.text ?? document.stored.body;
}

const isoOrNull = (moment: Date | null): string | null => moment && toShanghaiIso(moment);
