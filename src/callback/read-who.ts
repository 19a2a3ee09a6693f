import { type CallbackRules, type Conversation, type Heard, holds } from "./listen.ts";

/** Agent lines in which the opening of a callback is over. */
const openingLines = 4;

export type Who = {
  reached: boolean;
  denied: boolean;
  refused: boolean;
  /** Said yes to being asked, and was asked. */
  agreed: boolean;
  identityStated: boolean;
  identityChecked: boolean;
};

/** Somebody else speaks. Much that says so at the opening ("打错了", "他不在") means other things once questions are asked. */
function isOther(rules: CallbackRules, line: Heard): boolean {
  const { citizenNotRequester, citizenNotRequesterAtOpening, citizenAway, citizenClaims } =
    rules.wording.callbackSignals;
  if (holds(citizenClaims, line.plain)) return false;
  if (holds(citizenNotRequester, line.plain)) return true;
  return line.topic === null && (holds(citizenAway, line.plain) || holds(citizenNotRequesterAtOpening, line.plain));
}

/** Whether the person who made the request answered: not when another does, unless the phone is handed over. */
function wasReached(rules: CallbackRules, talk: Conversation): boolean {
  const { citizenIsRequester, citizenComes, checksName } = rules.wording.callbackSignals;
  const other = talk.citizen.findLast((line) => isOther(rules, line));
  if (!other) return talk.citizen.length > 0;
  const after = talk.lines.filter((line) => line.at > other.at);
  const askedAgain = after.some((line) => line.speaker === "agent" && holds(checksName, line.plain));
  if (after.some((line) => line.speaker === "citizen" && holds(citizenComes, line.plain))) return true;
  return askedAgain && after.some((line) => line.speaker === "citizen" && holds(citizenIsRequester, line.plain));
}

/** What the line says of the request, other words of his own corrected ("我没反映噪音，我反映的是油烟"). */
const corrects = /我(?:反映|投诉|说|打|举报)的(?:是|就是)/u;

/** The request is denied before or at the first question; later such words answer whether anybody called, or what was said. */
function denies(rules: CallbackRules, line: Heard): boolean {
  const { citizenDenies, citizenDeniesAtOpening } = rules.wording.callbackSignals;
  if (corrects.test(line.plain)) return false;
  if (line.topic === null) return holds(citizenDenies, line.plain) || holds(citizenDeniesAtOpening, line.plain);
  return line.topic === "contacted" && holds(citizenDenies, line.plain);
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
    agreed: talk.citizen.some((line) => line.topic === null && isWilling(rules, line) && isAskedNext(talk, line)),
    identityStated: opening.some((line) => holds(signals.identity, line.plain)),
    identityChecked: opening.some((line) => holds(signals.checksName, line.plain)),
  };
}

/** Whether the agent puts one of the three questions after a line: a yes to anything else agrees to no callback. */
function isAskedNext(talk: Conversation, line: Heard): boolean {
  return talk.agent.some(
    (other) => other.at > line.at && other.asks.some((topic) => topic !== "reason" && topic !== "opinion"),
  );
}

function isWilling(rules: CallbackRules, { plain }: Heard): boolean {
  const { citizenWilling, citizenRefuses } = rules.wording.callbackSignals;
  return holds(citizenWilling, plain) && !holds(citizenRefuses, plain);
}
