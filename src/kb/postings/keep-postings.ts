import { authorize } from "../../platform/access.ts";
import type { Ctx, Db } from "../../platform/context.ts";
import { groupBy } from "../../platform/group-by.ts";
import { finishIndexes } from "../store.ts";
import {
  addSegment,
  holdSegments,
  isAnyUnnumbered,
  joinSegments,
  numberNext,
  type Segment,
  selectSegments,
} from "./store.ts";

const numberedAtOnce = 200;
/** So many of about one size make one: each passage is then written again a few times, and a word is read from few places. */
const joinedAtOnce = 8;
/** Segments of so many passages stay as they are: a merge of eight takes a second, in which an embedded database answers nobody. */
const largestJoined = joinedAtOnce ** 4;

/**
 * Brings the lists of passages by word up to what they should be: passages of an earlier release get their numbers, and small segments are
 * merged. Search finds all passages meanwhile. May run twice and after a crash: each step looks at what is there.
 */
export async function keepPostings(ctx: Ctx): Promise<void> {
  authorize(ctx.actor, "article.edit");
  const isAny = await isAnyUnnumbered(ctx.db);
  for (let after: string | undefined = isAny ? "" : undefined; after !== undefined; ) {
    const from: string = after;
    after = await ctx.inTransaction((tx) => numberSome(tx, from));
    ctx.signal.throwIfAborted();
  }
  // PGlite gathers no figures by itself, and those from before say that hardly a passage has a number.
  if (isAny) await finishIndexes(ctx.db);
  await mergePostings(ctx);
}

/** Merges small segments, as far as there are enough of one size. What an import does: numbering a whole base is not its work. */
export async function mergePostings(ctx: Ctx): Promise<void> {
  authorize(ctx.actor, "article.edit");
  while (await ctx.inTransaction(joinSome)) ctx.signal.throwIfAborted();
}

export const arePostingsUnkept = async (db: Db): Promise<boolean> =>
  (await isAnyUnnumbered(db)) || joinable(await selectSegments(db, largestJoined)) !== undefined;

/** The last id it came to, undefined at the end. */
async function numberSome(tx: Db, after: string): Promise<string | undefined> {
  const numbered = await numberNext(tx, after, numberedAtOnce);
  await addSegment(
    tx,
    numbered.map(({ number }) => number),
  );
  return numbered
    .map(({ id }) => id)
    .reduce<string | undefined>((last, id) => (last && last > id ? last : id), undefined);
}

async function joinSome(tx: Db): Promise<boolean> {
  const segments = joinable(await holdSegments(tx, largestJoined));
  if (segments) await joinSegments(tx, segments);
  return segments !== undefined;
}

/** Segments of about one size that are to be merged, the smallest first; undefined when there are none. */
function joinable(segments: readonly Segment[]): Segment[] | undefined {
  const bySize = groupBy(segments, ({ passages }) => Math.floor(Math.log(passages) / Math.log(joinedAtOnce)));
  const [size] = [...bySize]
    .filter(([, alike]) => alike.length >= joinedAtOnce)
    .sort(([left], [right]) => left - right);
  return size?.[1].slice(0, joinedAtOnce);
}
