import { type Call, readCall } from "../../orders/index.ts";
import { authorize } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { type CallbackRules, type Conversation, type Heard, listen, type Topic } from "../listen.ts";
import { scaleIn } from "../read-level.ts";
import type { Dialogue } from "../schema-desk.ts";
import { recordSealedRead, shownResult } from "./show-cases.ts";
import { type CaseRow, findCase, resultsOf } from "./store-cases.ts";

const topics: readonly Topic[] = ["contacted", "resolved", "satisfaction", "reason", "opinion"];

/** What the line before a citizen's line asked: of two questions at once both may be answered. */
const answers = (talk: Conversation, line: Heard, topic: Topic): boolean =>
  line.topic === topic || Boolean(talk.agent.findLast(({ at }) => at < line.at)?.asks.includes(topic));

/**
 * Levels that were never read out, of the scale that was recorded with; without a record the scale of any script will do. None where
 * no level was read: then nothing was asked by a scale.
 */
export function unreadLevels(
  callback: CallbackRules["callback"],
  read: ReadonlySet<string>,
  script: string | null,
): string[] {
  const fitting = callback.scripts.filter(({ id }) => script === null || id === script);
  if (read.size === 0 || fitting.some(({ scale }) => scale.every((level) => read.has(level)))) return [];
  const expected = fitting.find(({ id }) => id === callback.script) ?? fitting[0];
  return expected?.scale.filter((level) => !read.has(level)) ?? [];
}

/** Which lines of a callback ask and answer each question, and which levels were read out. */
export function dialogueOf(rules: CallbackRules, call: Call): Pick<Dialogue, "topics" | "scales"> {
  const talk = listen(rules, call);
  return {
    topics: topics.map((topic) => ({
      topic,
      asked: talk.agent.filter((line) => line.asks.includes(topic)).map(({ i }) => i),
      answered: talk.citizen.filter((line) => answers(talk, line, topic)).map(({ i }) => i),
    })),
    scales: talk.agent.flatMap((line) => {
      const levels = [...new Set(scaleIn(rules, line.plain))];
      return levels.length > 1 ? [{ utterance: line.i, levels }] : [];
    }),
  };
}

/** The record of the case that a callback is about, if the actor may see it. Reading that of a sealed case is on record (R-V7). */
async function recordOf(ctx: Ctx, caseId: string | undefined): Promise<Dialogue["recorded"]> {
  if (caseId === undefined) return null;
  let found: CaseRow;
  try {
    found = await findCase(ctx.db, ctx.actor, caseId);
  } catch (error) {
    if (error instanceof AppError && error.fault === "not_found") return null;
    throw error;
  }
  const [row] = await resultsOf(ctx.db, [caseId]);
  if (!row) return null;
  await recordSealedRead(ctx, [found]);
  return { ...shownResult(row), caseId };
}

/** What was asked and answered in a callback beside what was recorded. Throws AppError `not_found`, `invalid` for a call that is no callback. */
export async function readDialogue(ctx: Ctx, callId: string): Promise<Dialogue> {
  authorize(ctx.actor, "callback.read");
  const { row: _, ...call } = await readCall(ctx.db, ctx.actor, callId);
  if (call.direction !== "callback") throw new AppError("invalid", "这通电话不是回访");
  const said = dialogueOf(ctx.rules, call);
  const recorded = await recordOf(ctx, call.order?.id);
  const read = new Set(said.scales.flatMap(({ levels }) => levels));
  return { ...said, unread: unreadLevels(ctx.rules.callback, read, recorded?.script ?? null), recorded };
}
