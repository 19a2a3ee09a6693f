import type { Example } from "../platform/learn/index.ts";
import { firstMatch, type Matchers, type Rules, says } from "../platform/rules/index.ts";
import type { Heard } from "./wording-context.ts";
import { levelsIn, ownShareOf } from "./wording-echo.ts";
import type { Hit } from "./wording-hit.ts";

type Wording = Rules["wording"];

/** Caller's words past this many characters from the end say little about the answer to them. */
const callerLengthMax = 24;

const groupsOf = new WeakMap<Wording, (Matchers & { name: string })[]>();

/** Word groups of the rules that name no other group. */
function plainGroups(wording: Wording): (Matchers & { name: string })[] {
  const known = groupsOf.get(wording);
  if (known) return known;
  const made = Object.entries(wording.words)
    .filter(([, patterns]) => !patterns.some((pattern) => /%[a-z]+%/i.test(pattern)))
    .map(([name, patterns]) => ({ name, patterns }));
  groupsOf.set(wording, made);
  return made;
}

function toldFlags(wording: Wording, who: string, text: string): string[] {
  return Object.entries(wording.callbackAnswers).flatMap(([what, entries]) => {
    const told = entries.find((entry) => firstMatch(entry, text) !== null);
    return told ? [`${who} ${what} ${told.value}`] : [];
  });
}

function levelFlags(wording: Wording, text: string, caller: Heard): string[] {
  const said = levelsIn(caller.all, wording.levels);
  const named = levelsIn(text, wording.levels);
  const unsaid = [...named].filter((level) => !said.has(level)).length;
  return [`levels ${named.size}`, `levels unsaid ${Math.min(2, unsaid)}`, `levels heard ${said.size}`];
}

/** How much of the sentence repeats the caller, in thirds. */
const shareFlag = (share: number): string => `own ${Math.min(3, Math.ceil(share * 3))}`;

/**
 * What the learned model reads of an agent's sentence: the plain masked words, the caller's last words apart from them, and flags for
 * what the rules see in both. `hit` is what the rules found.
 */
export function wordingExample(wording: Wording, text: string, caller: Heard, hit: Hit | null): Example {
  const flags = [
    hit ? `type ${hit.entry.type}` : "no hit",
    ...(hit ? [`sign ${hit.sign.id}`] : []),
    caller.last === "" ? "unheard" : shareFlag(ownShareOf(text, caller)),
    ...plainGroups(wording).flatMap((group) => (says(group, text) ? [`says ${group.name}`] : [])),
    ...plainGroups(wording).flatMap((group) => (says(group, caller.last) ? [`heard ${group.name}`] : [])),
    ...toldFlags(wording, "agent", text),
    ...toldFlags(wording, "caller", caller.last),
    ...levelFlags(wording, text, caller),
  ];
  return { fields: [text.replace(/□+/gu, "□"), caller.last.slice(-callerLengthMax)], flags };
}
