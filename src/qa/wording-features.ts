import type { Example } from "../platform/learn/index.ts";
import type { Rules } from "../platform/rules/index.ts";
import type { Heard } from "./wording-context.ts";
import { blankEcho, levelsHeard, levelsIn, ownShareOf } from "./wording-echo.ts";
import { groupFlags } from "./wording-groups.ts";
import type { Hit } from "./wording-hit.ts";

type Wording = Rules["wording"];

/** Caller's words past this many characters from the end say little about the answer to them. */
const callerLengthMax = 24;

function levelFlags(wording: Wording, text: string, said: ReadonlySet<string>): string[] {
  const named = [...levelsIn(text, wording.levels)];
  const unsaid = named.filter((level) => !said.has(level));
  const unhappy = unsaid.filter((level) => level.includes("不")).length;
  return [
    `levels ${named.length}`,
    `levels unsaid ${Math.min(2, unsaid.length)}`,
    `levels heard ${said.size}`,
    `levels unsaid, good ${Math.min(2, unsaid.length - unhappy)} bad ${Math.min(2, unhappy)}`,
  ];
}

/** How much of the sentence repeats the caller, in thirds. */
const shareFlag = (share: number): string => `own ${Math.min(3, Math.ceil(share * 3))}`;

const lengthStep = 6;
const lengthSteps = 6;

/**
 * What the learned model reads of an agent's sentence: the plain masked words with the caller's own blanked out, the caller's last words
 * apart from them, and flags for what the rules see in both. `hit` is what the rules found.
 */
export function wordingExample(wording: Wording, masked: string, caller: Heard, hit: Hit | null): Example {
  const text = masked.replace(/□+/gu, "□");
  const heard = levelsHeard(wording, caller);
  const flags = [
    hit ? `type ${hit.entry.type}` : "no hit",
    ...(hit ? [`sign ${hit.sign.id}`] : []),
    caller.last === "" ? "unheard" : shareFlag(ownShareOf(masked, caller)),
    `length ${Math.min(lengthSteps, Math.floor(text.length / lengthStep))}`,
    ...levelFlags(wording, masked, heard),
    ...groupFlags(wording, text, caller.last),
  ];
  return { fields: [blankEcho(wording, text, caller.recent, heard), caller.last.slice(-callerLengthMax)], flags };
}
