import { says } from "../platform/rules/index.ts";
import { partingWords, type Threat, threatsOf } from "./elements/threat.ts";
import type { Talk } from "./talk/talk.ts";
import { isHeeded } from "./threat-answers.ts";
import { holdsThreat, mayTell, quotedThreats, readThreats, type ThreatReading } from "./threat-model.ts";
import type { Urgency } from "./urgency.ts";

const unstable = "不稳定因素";

/** Words that make a call urgent for another reason give way only to a threat so likely. */
const otherFrom = 0.6;

/** Whether there is reason to read all turns: in an urgent call any answer that heeds a threat, else words so answered that may tell of one. */
function mayThreaten(talk: Talk, { urgent }: Urgency): boolean {
  return urgent === "紧急" ? isHeeded(talk) : mayTell(talk);
}

/**
 * The threats of a call: what rules hear and what a model hears (`read`), each quoted once, in the order of the call. Words that a model alone
 * hears count where the agent answers as one does who has heard a threat, and where they tell no lawful step.
 */
export function threatsHeard(
  talk: Talk,
  urgency: Urgency,
  read: (talk: Talk) => ThreatReading | null = readThreats,
): Threat[] {
  const ruled = threatsOf(talk, urgency.heard);
  const reading = urgency.urgentClass === unstable || mayThreaten(talk, urgency) ? read(talk) : null;
  if (!reading || !threatens(talk, urgency, reading)) return ruled;
  const found = quotedThreats(talk, reading, holdsThreat(talk, reading, ruled.length > 0));
  const learned = found.filter((threat) => isMeant(talk, threat, found.length + ruled.length > 1));
  const agreed = ruled.filter((threat) => {
    const same = learned.filter((each) => overlaps(each, threat));
    return threat.reported || same.length === 0 || same.some((each) => agree(each, threat));
  });
  const others = learned.filter((threat) => !agreed.some((each) => overlaps(each, threat)));
  const kept = ruled.filter((threat) => agreed.includes(threat) || !others.some((each) => overlaps(each, threat)));
  return [...kept, ...others].sort((one, other) => one.turn.at - other.turn.at || one.start - other.start);
}

function threatens(talk: Talk, { urgent, urgentClass, heard }: Urgency, reading: ThreatReading): boolean {
  if (urgentClass === unstable) return true;
  const isOther = urgent === "紧急" && heard.length > 0;
  return holdsThreat(talk, reading) && (!isOther || reading.chance >= otherFrom);
}

const overlaps = (one: Threat, other: Threat): boolean =>
  one.turn === other.turn && one.start < other.end && other.start < one.end;

/** Both mean the same words. */
function agree(one: Threat, other: Threat): boolean {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  const all = Math.max(one.end, other.end) - Math.min(one.start, other.start);
  return shared >= alikeFrom * all;
}
const alikeFrom = 0.45;

/** Whether words that sound like a threat are one: no lawful step, and beside others no parting word. */
function isMeant({ listening }: Talk, { turn, start, end }: Threat, isBeside: boolean): boolean {
  const { lawful, harms } = listening.threatParts;
  const words = turn.text.slice(start, end);
  const isLawful = says(lawful, words) && !says(harms, words);
  return !isLawful && !(isBeside && partingWords.test(words));
}
