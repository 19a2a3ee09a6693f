import type { Rules } from "../platform/rules/index.ts";
import { normalise, type Plain } from "../platform/text/index.ts";

/** What the caller said before the sentence: `last` and `recent` made plain, `lastSource` as it stands. */
export type Heard = { last: string; recent: string; all: string; lastSource: string };

const callerLine = /^(?:市民|来电人|群众|诉求人|citizen)[：:]/u;
const agentLine = /^(?:坐席|话务员|回访员|工作人员|agent)[：:]/u;

/** Lines remembered for each set of rules: every sentence of a call is read with the lines before it. */
const linesMax = 128;
const remembered = new WeakMap<Rules["wording"], Map<string, Plain>>();

/** Plain text in which words the recogniser mishears stand as they were meant; places do not move. */
export function hear(wording: Rules["wording"], source: string): Plain {
  const lines = remembered.get(wording) ?? new Map<string, Plain>();
  const known = lines.get(source);
  if (known) return known;
  const plain = normalise(source);
  const text = wording.heard.reduce((done, { heard, meant }) => done.replaceAll(heard, meant), plain.text);
  const made = { ...plain, text };
  if (lines.size >= linesMax) lines.clear();
  remembered.set(wording, lines.set(source, made));
  return made;
}

/** The caller's words of a context of lines "市民：…" and "坐席：…"; a line without a name goes on with the speaker before it. */
export function readContext(wording: Rules["wording"], context: string): Heard {
  const lines: string[] = [];
  let speaksCaller = true;
  for (const line of context.split("\n")) {
    if (agentLine.test(line)) speaksCaller = false;
    else if (callerLine.test(line)) speaksCaller = true;
    const words = line.replace(callerLine, "").replace(agentLine, "").trim();
    if (speaksCaller && words !== "") lines.push(words);
  }
  const plain = lines.map((line) => hear(wording, line).text);
  return {
    last: plain.at(-1) ?? "",
    recent: plain.slice(-2).join("。"),
    all: plain.join("。"),
    lastSource: lines.at(-1) ?? "",
  };
}
