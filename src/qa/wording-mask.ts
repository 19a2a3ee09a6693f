import { firstMatch, type Match, type Rules } from "../platform/rules/index.ts";

const blank = "□";

function cover(text: string, match: Match): string {
  return text.slice(0, match.index) + blank.repeat(match.length) + text.slice(match.index + match.length);
}

/** Text in which approved scripts, whole scales and open questions are blanked out, length kept: what is left can lead. */
export function maskNeutral(wording: Rules["wording"], text: string): string {
  return wording.neutral.reduce((done, entry) => {
    const find = (text: string) => firstMatch(entry, text);
    let masked = done;
    for (let match = find(masked); match; match = find(masked)) masked = cover(masked, match);
    return masked;
  }, text);
}
