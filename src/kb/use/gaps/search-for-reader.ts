import type { Ctx } from "../../../platform/context.ts";
import type { SearchQuery, SearchResult } from "../../schema.ts";
import { searchArticles } from "../../search-articles.ts";
import { rememberQuestion } from "./remember-question.ts";

const questionChars = 4;

/** A person's search: what the base has no answer to is a gap for the editors. */
export async function searchForReader(ctx: Ctx, query: SearchQuery): Promise<SearchResult> {
  const found = await searchArticles(ctx, query);
  if (found.abstained && query.text.trim().length >= questionChars) {
    const question = { source: "search" as const, callId: null, question: query.text.slice(0, 500), utterance: null };
    ctx.later(`gap:${ctx.requestId}`, () => rememberQuestion(ctx, question));
  }
  return found;
}
