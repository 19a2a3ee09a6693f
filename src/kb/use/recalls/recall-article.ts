import { randomUUID } from "node:crypto";
import { authorize } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import type { Ctx } from "../../../platform/context.ts";
import { versionAt } from "../../store-versions.ts";
import { passageChanges } from "./passage-changes.ts";
import { insertRecalls, moveRecall, openRecallsOf, unlistedTold } from "./store.ts";

/**
 * Puts on the recall list every call that was told a version of this article which is shown no more, with what is another one now;
 * rows nobody decided on are compared with the newest version. Run twice it changes nothing.
 */
export async function recallArticle(ctx: Ctx, { id: articleId }: { id: string }): Promise<void> {
  authorize(ctx.actor, "call.process");
  const now = ctx.now();
  await ctx.inTransaction(async (tx) => {
    const present = await versionAt(tx, articleId, now);
    const bodyNow = present?.body ?? null;
    const newVersion = present?.number ?? null;
    for (const { recall, told } of await openRecallsOf(tx, articleId)) {
      if (recall.newVersion === newVersion) continue;
      const compared = passageChanges(told.quote, bodyNow);
      await moveRecall(tx, recall.id, ["open"], { ...compared, newVersion });
    }
    const rows = (await unlistedTold(tx, articleId, now)).map(({ told }) => ({
      id: randomUUID(),
      toldId: told.id,
      callId: told.callId,
      articleId,
      oldVersion: told.version,
      newVersion,
      state: "open" as const,
      ...passageChanges(told.quote, bodyNow),
      createdAt: now,
      decidedByName: null,
      decidedAt: null,
      note: null,
      doneByName: null,
      doneAt: null,
      result: null,
    }));
    const listed = await insertRecalls(tx, rows);
    if (listed.length) record(tx, ctx, "recall.open", articleId, { recalls: listed });
  });
}
