import type { Call } from "../../../orders/index.ts";
import { authorize } from "../../../platform/access.ts";
import type { Ctx } from "../../../platform/context.ts";
import { type ArticleVersion, selectVersions } from "../../store-versions.ts";
import { shownIn, toldIn } from "./store.ts";

/** Words of the base in a call, by the version as it was. `wasValid`: shown and in force when the call was. */
export type CallBasis = { title: string; version: number; quote: string; wasValid: boolean };

/** What was told in a call by a person's word, and what stood on the screen, for who judges it (R-K7). */
export type BasisOfCall = { told: (CallBasis & { utterance: number | null })[]; offered: CallBasis[] };

/**
 * What an answer in a call could rest on, by the versions of the call's time: what was published since is nothing to judge by.
 * In: the call, by whose `startedAt` validity is asked.
 */
export async function basisOfCall(ctx: Ctx, { id, startedAt }: Pick<Call, "id" | "startedAt">): Promise<BasisOfCall> {
  authorize(ctx.actor, "call.process");
  const told = await toldIn(ctx.db, id, { isStanding: true });
  const shown = (await shownIn(ctx.db, id)).flatMap(({ answers, at }) =>
    answers.flatMap(({ version, ...answer }) => (version === null ? [] : [{ ...answer, version, at }])),
  );
  const pairs = [...told, ...shown].map(({ articleId, version }) => ({ articleId, version }));
  const distinct = [...new Map(pairs.map((pair) => [`${pair.articleId}@${pair.version}`, pair])).values()];
  const versions = await selectVersions(ctx.db, distinct);
  const basis = (each: { articleId: string; version: number; title: string; quote: string; at: Date }): CallBasis => {
    const version = versions.find(({ articleId, number }) => articleId === each.articleId && number === each.version);
    const { title, version: number, quote } = each;
    return { title, version: number, quote, wasValid: !!version && wasValid(version, each.at, new Date(startedAt)) };
  };
  const offered = new Map(shown.map((each) => [`${each.articleId}@${each.version} ${each.quote}`, basis(each)]));
  return {
    told: told.map((row) => ({ ...basis(row), utterance: row.utterance })),
    offered: [...offered.values()],
  };
}

/** Whether readers were shown the version at `at`, and it was in force when the call began. */
export function wasValid(
  {
    shownFrom,
    shownUntil,
    validFrom,
    validUntil,
  }: Pick<ArticleVersion, "shownFrom" | "shownUntil" | "validFrom" | "validUntil">,
  at: Date,
  startedAt: Date,
): boolean {
  const isShown = (shownFrom === null || shownFrom <= at) && (shownUntil === null || shownUntil > at);
  return isShown && (validFrom === null || validFrom <= startedAt) && (validUntil === null || validUntil > startedAt);
}
