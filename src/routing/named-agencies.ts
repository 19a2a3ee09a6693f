import type { Call } from "../orders/index.ts";
import type { Rules } from "../platform/rules/index.ts";
import { longestMatches } from "../platform/term-finder.ts";
import type { AgencyIndex } from "./agency-index.ts";

type Announced = Rules["routing"]["announced"];

const beforeCount = 24;
const afterCount = 16;
const sentenceEnd = /[。；！？!?;]/u;

const compiled = new WeakMap<object, { wanted: RegExp[]; unwanted: RegExp[] }>();

function expressions(announced: Announced): { wanted: RegExp[]; unwanted: RegExp[] } {
  const known = compiled.get(announced);
  if (known) return known;
  const compile = (sources: readonly string[]) => sources.map((source) => new RegExp(source, "u"));
  const made = { wanted: compile(announced.patterns), unwanted: compile(announced.notPatterns) };
  compiled.set(announced, made);
  return made;
}

/**
 * Bodies (places in `rules.agencies`) that the agent names behind the words of `announced`, in the order of speech:
 * “我把您的情况转给住建局” is one, “您找过住建局吗” is none.
 */
export function namedAgencies(index: AgencyIndex, announced: Announced, call: Call): number[] {
  const { wanted, unwanted } = expressions(announced);
  const named = new Set<number>();
  for (const { speaker, text } of call.utterances) {
    if (speaker !== "agent") continue;
    for (const { term, start, end } of longestMatches(index.findName(text))) {
      const before =
        text
          .slice(Math.max(0, start - beforeCount), start)
          .split(sentenceEnd)
          .at(-1) ?? "";
      const rest = text.slice(end, end + afterCount);
      const stop = rest.search(sentenceEnd);
      const after = stop < 0 ? rest : rest.slice(0, stop + 1);
      const around = before + text.slice(start, end) + after;
      if (!wanted.some((pattern) => pattern.test(before)) || unwanted.some((pattern) => pattern.test(around))) continue;
      const agency = index.byName.get(term);
      if (agency !== undefined) named.add(agency);
    }
  }
  return [...named];
}
