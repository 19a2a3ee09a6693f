import { auditWording } from "../qa/index.ts";
import type { CallbackRules, Conversation, Heard } from "./listen.ts";
import type { LeadingSentence } from "./schema.ts";

/** Lines before a sentence that tell whether its words are the caller's own. */
const contextLines = 10;

function contextOf(talk: Conversation, line: Heard): string {
  return talk.lines
    .slice(Math.max(0, line.at - contextLines), line.at)
    .map((each) => `${each.speaker === "agent" ? "坐席" : "市民"}：${each.text}`)
    .join("\n");
}

/** The agent's leading sentences of a callback, each with its neutral rewording (S4 5.5.4; R-V2). */
export function readLeading(rules: CallbackRules, talk: Conversation): LeadingSentence[] {
  return talk.agent.flatMap((line) => {
    const verdict = auditWording(rules, { context: contextOf(talk, line), text: line.text });
    const { type, span, severity, neutral } = verdict;
    if (!verdict.leading || type === null || span === null || severity === null) return [];
    return [{ utterance: line.i, type, span, severity, neutral: neutral ?? "" }];
  });
}
