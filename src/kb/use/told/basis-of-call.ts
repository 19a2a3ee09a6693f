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
 * In: the call; a version was valid that was in force when it began, or when the words before it were said.
 */
export async function basisOfCall(ctx: Ctx, call: Pick<Call, "id" | "startedAt" | "utterances">): Promise<BasisOfCall> {
  const { id } = call;
  authorize(ctx.actor, "call.process");
  const told = await toldIn(ctx.db, id, { isStanding: true });
  const shown = (await shownIn(ctx.db, id)).flatMap(({ answers, at, heard }) =>
    answers.flatMap(({ version, ...answer }) =>
      version === null ? [] : [{ ...answer, version, at, utterance: call.utterances[heard - 1]?.i ?? null }],
    ),
  );
  const pairs = [...told, ...shown].map(({ articleId, version }) => ({ articleId, version }));
  const distinct = [...new Map(pairs.map((pair) => [`${pair.articleId}@${pair.version}`, pair])).values()];
  const versions = await selectVersions(ctx.db, distinct);
  const basis = (each: Rested): CallBasis => {
    const version = versions.find(({ articleId, number }) => articleId === each.articleId && number === each.version);
    const { title, version: number, quote } = each;
    return {
      title,
      version: number,
      quote,
      wasValid: !!version && wasValid(version, each.at, momentsOf(call, each.utterance)),
    };
  };
  const offered = new Map(shown.map((each) => [`${each.articleId}@${each.version} ${each.quote}`, basis(each)]));
  return {
    told: told.map((row) => ({ ...basis(row), utterance: row.utterance })),
    offered: [...offered.values()],
  };
}

type Rested = {
  articleId: string;
  version: number;
  title: string;
  quote: string;
  at: Date;
  utterance: number | null;
};

/** When the call began, and when the utterance `i` ended. */
function momentsOf({ startedAt, utterances }: Pick<Call, "startedAt" | "utterances">, i: number | null): Date[] {
  const endMs = utterances.find((utterance) => utterance.i === i)?.endMs ?? 0;
  return [0, endMs].map((ms) => new Date(Date.parse(startedAt) + ms));
}

/** Whether readers were shown the version at `at`, and it was in force at one of the moments. */
export function wasValid(
  {
    shownFrom,
    shownUntil,
    validFrom,
    validUntil,
  }: Pick<ArticleVersion, "shownFrom" | "shownUntil" | "validFrom" | "validUntil">,
  at: Date,
  moments: readonly Date[],
): boolean {
  const isShown = (shownFrom === null || shownFrom <= at) && (shownUntil === null || shownUntil > at);
  const isInForce = (moment: Date) =>
    (validFrom === null || validFrom <= moment) && (validUntil === null || validUntil > moment);
  return isShown && moments.some(isInForce);
}
