import type { Answer, Order } from "../../../orders/index.ts";
import type { Ctx } from "../../../platform/context.ts";
import { callValues } from "../../slots/call-values.ts";
import { fillSlots } from "../../slots/fill-slots.ts";
import type { CallAnswers, OfferedAnswer } from "./schema.ts";
import { lastShown, toldIn } from "./store.ts";
import { toldView } from "./told-view.ts";

/** What the screen of a call shows of the base. For a reader who was let to the call; `startedAt` in Chinese time. */
export async function answersInView(
  ctx: Ctx,
  { id, startedAt }: { id: string; startedAt: string },
  order: Order | undefined,
): Promise<CallAnswers> {
  const told = await toldIn(ctx.db, id, { isStanding: true });
  const shown = order?.answers?.length ? await lastShown(ctx.db, id) : undefined;
  return {
    ...(order ? { answers: (order.answers ?? []).map((answer) => offered(ctx, answer, order, startedAt)) } : {}),
    asked: shown?.question ?? null,
    told: told.map((row) => toldView(ctx.actor, row)),
    published: publishedFor(ctx, order),
  };
}

/** An answer that is a template gets what the call says in its slots, each with a mark. */
function offered({ rules }: Ctx, answer: Answer, order: Order, startedAt: string): OfferedAnswer {
  if (!answer.quote.includes("{{")) return answer;
  const { text, parts } = fillSlots(answer.quote, callValues(rules.knowledge.slotSources, order, startedAt));
  return { ...answer, text, parts };
}

/** A consultation whose answer is published needs no order to a unit: the one who took it answers (R-K5). */
function publishedFor({ rules }: Ctx, order: Order | undefined): CallAnswers["published"] {
  const [best] = order?.answers ?? [];
  const note = rules.knowledge.duties.find(({ rule }) => rule === "R-K5")?.note;
  if (!best || !note || order?.kind !== "咨询") return null;
  return { articleId: best.articleId, version: best.version ?? null, title: best.title, note };
}
