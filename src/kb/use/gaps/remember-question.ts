import { createHash, randomUUID } from "node:crypto";
import { actorName } from "../../../platform/access.ts";
import type { Ctx } from "../../../platform/context.ts";
import { mask } from "../../../platform/mask.ts";
import { normalise } from "../../../platform/text/index.ts";
import { putTogetherJob } from "./jobs.ts";
import type { GapSource } from "./schema.ts";
import { insertQuestion } from "./store.ts";

type Unanswered = { source: GapSource; callId: string | null; question: string; utterance: number | null };

/**
 * Keeps a question that the base had no answer to, masked, once for a call and the utterance that asked it, or for a reader and
 * the words. It is put to its like in the background.
 */
export async function rememberQuestion(ctx: Ctx, { source, callId, question, utterance }: Unanswered): Promise<void> {
  const text = mask(question).text;
  const letters = normalise(text).text.replace(/[^\p{L}\p{N}]+/gu, "");
  if (letters.length < 2) return;
  const whose = callId ? [callId, utterance ?? letters] : [actorName(ctx.actor), letters];
  const onceKey = createHash("sha256").update(JSON.stringify(whose)).digest("hex");
  const id = randomUUID();
  const isNew = await ctx.inTransaction((tx) =>
    insertQuestion(tx, { id, gapId: null, source, callId, question: text, at: ctx.now(), onceKey }),
  );
  if (isNew) await ctx.ring(putTogetherJob, { id });
}
