import { auditWording } from "../qa/index.ts";
import { type CallbackRules, type Conversation, type Heard, holds } from "./listen.ts";
import type { LeadingSentence } from "./schema.ts";

/** Lines before a sentence that tell whether its words are the caller's own. */
const contextLines = 10;

function contextOf(talk: Conversation, line: Heard): string {
  return talk.lines
    .slice(Math.max(0, line.at - contextLines), line.at)
    .map((each) => `${each.speaker === "agent" ? "坐席" : "市民"}：${each.text}`)
    .join("\n");
}

/** A sentence on its own must be this surely leading. */
const sureOfPart = 0.8;
const cutsShort = "提前终止";

/** A sentence with its mark. */
const sentences = /[^。！？!?]+[。！？!?]*/gu;

/** What leads in a line: the line as a whole, else its first sentence that leads by itself. */
function auditLine(rules: CallbackRules, talk: Conversation, line: Heard) {
  const context = contextOf(talk, line);
  const whole = auditWording(rules, { context, text: line.text });
  const parts = line.text.match(sentences) ?? [];
  if (whole.leading || parts.length < 2) return whole;
  const found = parts.map((text) => auditWording(rules, { context, text }));
  return found.find((part) => part.leading && part.confidence >= sureOfPart && part.type !== cutsShort) ?? whole;
}

/** The end of a call cuts nobody short who has said what he had to say. */
function endsWell(rules: CallbackRules, talk: Conversation, line: Heard): boolean {
  const isLast = talk.agent.at(-1) === line;
  const said = talk.citizen.findLast((other) => other.at < line.at);
  return isLast && said !== undefined && !holds(rules.wording.callbackSignals.citizenUnfinished, said.plain);
}

/** The agent's leading sentences of a callback, each with its neutral rewording (S4 5.5.4; R-V2). */
export function readLeading(rules: CallbackRules, talk: Conversation): LeadingSentence[] {
  return talk.agent.flatMap((line) => {
    const { leading, type, span, severity, neutral } = auditLine(rules, talk, line);
    if (type === cutsShort && endsWell(rules, talk, line)) return [];
    if (!leading || type === null || span === null || severity === null) return [];
    return [{ utterance: line.i, type, span, severity, neutral: neutral ?? "" }];
  });
}
