import { type CallbackRules, type Conversation, type Heard, holds } from "./listen.ts";

/** Agent lines in which the opening of a callback is over. */
const openingLines = 4;

export type Who = {
  reached: boolean;
  denied: boolean;
  refused: boolean;
  identityStated: boolean;
  identityChecked: boolean;
};

/** Whether the person who made the request answered: not when another does, unless the phone is handed over. */
function wasReached(rules: CallbackRules, talk: Conversation): boolean {
  const { citizenNotRequester, citizenAway, citizenIsRequester, checksName } = rules.wording.callbackSignals;
  const isOther = (line: Heard): boolean =>
    holds(citizenNotRequester, line.plain) || (line.topic === null && holds(citizenAway, line.plain));
  const other = talk.citizen.findLast(isOther);
  if (!other) return talk.citizen.length > 0;
  const after = talk.lines.filter((line) => line.at > other.at);
  const askedAgain = after.some((line) => line.speaker === "agent" && holds(checksName, line.plain));
  return askedAgain && after.some((line) => line.speaker === "citizen" && holds(citizenIsRequester, line.plain));
}

/** "没打过" denies the request only before the first question: later it answers whether anybody called. */
function denies(rules: CallbackRules, line: Heard): boolean {
  const { citizenDenies, citizenDeniesAtOpening } = rules.wording.callbackSignals;
  return holds(citizenDenies, line.plain) || (line.topic === null && holds(citizenDeniesAtOpening, line.plain));
}

/** Who answered and how the agent made himself known. `refused`: no to the callback, or now is no time for it. */
export function readWho(rules: CallbackRules, talk: Conversation): Who {
  const signals = rules.wording.callbackSignals;
  const opening = talk.agent.slice(0, openingLines);
  return {
    reached: wasReached(rules, talk),
    denied: talk.citizen.some((line) => denies(rules, line)),
    refused: talk.citizen.some(
      (line) => holds(signals.citizenRefuses, line.plain) || holds(signals.citizenBusy, line.plain),
    ),
    identityStated: opening.some((line) => holds(signals.identity, line.plain)),
    identityChecked: opening.some((line) => holds(signals.checksName, line.plain)),
  };
}
