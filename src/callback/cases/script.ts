import { authorize } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Rules } from "../../platform/rules/index.ts";
import type { FilledScript } from "../schema-case.ts";
import { type CaseRow, findCase } from "./store-cases.ts";

type Facts = Pick<CaseRow, "title" | "callerName">;

/** The line with the order's facts in its slots; what is not known stays a slot, so that nobody reads out a gap. */
export function fillLine(text: string, { title, callerName }: Facts): string {
  const titled = callerName && /(?:先生|女士)$/u.test(callerName);
  const named = titled ? text.replaceAll("〔来电人〕先生/女士", callerName) : text;
  return named
    .replaceAll("〔来电人〕", callerName ?? "〔来电人〕")
    .replaceAll("〔问题〕", title.replace(/(?:的)?问题$/u, ""))
    .replaceAll("〔事项〕", title.replace(/(?:的)?(?:问题|事情|事项|一?事)$/u, ""));
}

/** The script for a case, line by line; with the city's setting a line that asks for consent, marked as no standard text (X21). */
export function fillScript(
  rules: Pick<Rules, "callback" | "settings">,
  script: string,
  facts: Facts,
): FilledScript | null {
  const { scripts, consent } = rules.callback;
  const chosen = scripts.find(({ id }) => id === script);
  if (!chosen) return null;
  const asksConsent = rules.settings.consentQuestion === "optionalLine";
  const lines = chosen.lines.flatMap((line) => {
    const filled = {
      step: line.step as string,
      text: fillLine(line.text, facts),
      clause: line.clause,
      note: line.note ?? null,
    };
    const standard = { ...filled, isStandard: true };
    if (line.step !== "表明身份" || !asksConsent) return [standard];
    return [standard, { step: "征求同意", ...consent, isStandard: false }];
  });
  const { id, title, clause, scale } = chosen;
  return { id, title, clause, scale, lines, scripts: scripts.map((each) => ({ id: each.id, title: each.title })) };
}

/** The words to say in the callback of a case, by the city's script or the named one. Throws AppError `not_found`, `invalid` for an unknown script. */
export async function readScript(ctx: Ctx, id: string, script = ctx.rules.callback.script): Promise<FilledScript> {
  authorize(ctx.actor, "callback.read");
  const row = await findCase(ctx.db, ctx.actor, id);
  const filled = fillScript(ctx.rules, script, row);
  if (!filled) throw new AppError("invalid", `没有名为 ${script} 的话术`);
  return filled;
}
