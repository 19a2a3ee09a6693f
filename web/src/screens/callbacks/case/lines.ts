/** A line of the talk as the officer typed or pasted it. */
export type Line = { speaker: "agent" | "citizen"; text: string };

const speakers: Record<string, Line["speaker"]> = {
  坐席: "agent",
  回访员: "agent",
  工作人员: "agent",
  我: "agent",
  市民: "citizen",
  来电人: "citizen",
  群众: "citizen",
};
const named = new RegExp(`^(${Object.keys(speakers).join("|")})\\s*[：:]\\s*`, "u");

/** Typed or pasted words as lines: a name before a colon says who speaks, else it is `usual`. */
export function linesIn(words: string, usual: Line["speaker"]): Line[] {
  return words.split(/\r?\n/u).flatMap((row) => {
    const text = row.trim();
    const name = named.exec(text);
    const said = name ? text.slice(name[0].length).trim() : text;
    const speaker = name?.[1] === undefined ? usual : (speakers[name[1]] ?? usual);
    return said ? [{ speaker, text: said }] : [];
  });
}

const mostBefore = 30;

/** What was said before a line, as the wording check reads it. */
export const contextOf = (lines: readonly Line[]): string =>
  lines
    .slice(-mostBefore)
    .map(({ speaker, text }) => `${speaker === "agent" ? "坐席" : "市民"}：${text}`)
    .join("\n");
