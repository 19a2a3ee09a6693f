import { says } from "../platform/rules/index.ts";
import type { Threat } from "./elements/threat.ts";
import type { Talk } from "./talk/talk.ts";

/** How far before the threat it may be told whose it is, in characters. */
const reach = 60;

/** The sentence that the threat stands in, from where it may be told who speaks. */
function tellingOf({ turn, start, end }: Threat): string {
  const lead =
    turn.text
      .slice(Math.max(0, start - reach), start)
      .split(/[。！？]/u)
      .at(-1) ?? "";
  return lead + turn.text.slice(start, end);
}

/** Whether the caller himself threatens (S4 5.2.4.1 注); who tells of somebody else's threat asks for help against it. */
export function threatens(talk: Talk, threats: readonly Threat[]): boolean {
  return threats.some((threat) => !threat.reported && !says(talk.listening.threatParts.others, tellingOf(threat)));
}
