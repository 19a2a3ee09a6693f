import type { Call } from "../../orders/index.ts";
import { authorize } from "../../platform/access.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Ctx } from "../../platform/context.ts";
import { readCallback } from "../read-callback.ts";
import type { HeardAnswers, HearLines } from "../schema-desk.ts";

/** Typed lines carry no times: one after another, so that none overlaps. */
const lineMs = 4_000;

/** What the citizen has answered in lines typed while speaking, so that nobody records an unclear answer as a level. Nothing of it is kept. */
export function hearLines(ctx: Ctx, { lines }: HearLines): HeardAnswers {
  authorize(ctx.actor, "callback.work");
  const call: Call = {
    id: "typed",
    direction: "callback",
    startedAt: toShanghaiIso(ctx.now()),
    utterances: lines.map((line, i) => ({ ...line, i, startMs: i * lineMs, endMs: (i + 1) * lineMs - 1 })),
  };
  const { contacted, resolved, satisfaction, reason, opinions } = readCallback(ctx.rules, call);
  return { contacted, resolved, satisfaction, reason, opinions };
}
