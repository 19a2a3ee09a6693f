import type { Call } from "../orders/index.ts";
import { readFaults } from "./faults.ts";
import { type CallbackRules, type Conversation, type Heard, holds, listen } from "./listen.ts";
import { type Answers, readAnswers } from "./read-answers.ts";
import { readLeading } from "./read-leading.ts";
import { readWho, type Who } from "./read-who.ts";
import { readOpinions, readReason } from "./read-words.ts";
import type { CallbackReview } from "./schema.ts";

const unanswered: Answers = { contacted: "未答", resolved: "未答", satisfaction: "未答" };

/** Agreed, or answered willingly once the purpose was given. */
function hasConsented(rules: CallbackRules, talk: Conversation, who: Who, answers: Answers): boolean {
  if (!who.reached || who.denied) return false;
  if (who.agreed || Object.values(answers).some((answer) => answer !== "未答")) return true;
  const { citizenBusy, citizenRefuses } = rules.wording.callbackSignals;
  const turnsAway = (line: Heard) => holds(citizenBusy, line.plain) || holds(citizenRefuses, line.plain);
  return !who.refused && talk.citizen.some((line) => line.topic !== null && !turnsAway(line));
}

/** The citizen ended the call: what was not asked then is no fault. */
function wasBrokenOff(rules: CallbackRules, talk: Conversation): boolean {
  const { citizenBusy, citizenRefuses } = rules.wording.callbackSignals;
  const last = talk.citizen.findLast((line) => holds(citizenBusy, line.plain) || holds(citizenRefuses, line.plain));
  return last !== undefined && !talk.agent.some((line) => line.at > last.at && line.topic !== null);
}

/**
 * Reads a callback: who answered, what was asked and answered, how the agent led, and what was done wrong (R-V2, R-V12 to R-V17). Answers of
 * somebody who did not make the request, or who denies it, are 未答.
 */
export function readCallback(rules: CallbackRules, call: Call): CallbackReview {
  const talk = listen(rules, call);
  const who = readWho(rules, talk);
  const leading = readLeading(rules, talk);
  const answers = who.reached && !who.denied ? readAnswers(rules, talk, leading) : unanswered;
  const read = {
    reached: who.reached,
    consented: hasConsented(rules, talk, who, answers),
    identityStated: who.identityStated,
    identityChecked: who.identityChecked,
    ...answers,
  };
  return {
    ...read,
    reason: read.consented ? readReason(rules, talk, answers.satisfaction) : null,
    opinions: read.consented ? readOpinions(rules, talk) : [],
    leading,
    faults: readFaults(rules, talk, read, {
      brokeOff: wasBrokenOff(rules, talk),
      leading: new Set(leading.map(({ utterance }) => utterance)),
    }),
  };
}
