import type { Rules } from "../platform/rules/index.ts";

type Groups = readonly (readonly [name: string, expression: RegExp])[];

const compiled = new WeakMap<object, Groups>();

function groupsOf(words: Rules["wording"]["readWords"]["agent"]): Groups {
  const known = compiled.get(words);
  if (known) return known;
  const made = Object.entries(words).map(([name, patterns]) => [name, new RegExp(patterns.join("|"), "u")] as const);
  compiled.set(words, made);
  return made;
}

const namesIn = (groups: Groups, text: string): string[] =>
  groups.filter(([, expression]) => expression.test(text)).map(([name]) => name);

/** A word asked both ways ("修没修", "好不好") leaves both answers open. */
const bothWays = /(\p{Script=Han})(?:了)?(?:不|没有?|木有)\1/u;
/** Two grades of the same good ("好还是蛮好") leave the bad ones out. */
const gradesOfOne =
  /(\p{Script=Han}{1,4})(?:了|呢|啊|的)?[，、\s]*(?:还是|或者|或)(?:很|比较|特别|非常|大体|大致|基本|一般|蛮|挺|有很大|大部分|解决得)\1/u;
const clauseEnd = /[，。！？；：…\s]+/u;
const patternsIn = (text: string): string[] => [
  ...(bothWays.test(text) ? ["bothWays"] : []),
  ...(gradesOfOne.test(text) ? ["gradesOfOne"] : []),
];
const clausesMax = 4;

/**
 * Flags for the word groups that stand in an agent's sentence, in its first and last clause, and in the caller's words before it, alone and
 * in pairs: "那我记" after a rating is not "那我记" after "说不好", nor is it "那我记" with "原话" beside it. Both texts plain.
 */
export function groupFlags({ readWords }: Rules["wording"], text: string, callerLast: string): string[] {
  const groups = groupsOf(readWords.agent);
  const clauses = text.split(clauseEnd).filter((clause) => clause !== "");
  const said = [...namesIn(groups, text), ...patternsIn(text)];
  const heard = callerLast === "" ? ["nothing"] : namesIn(groupsOf(readWords.caller), callerLast);
  return [
    `clauses ${Math.min(clausesMax, clauses.length)}`,
    ...said.map((name) => `says ${name}`),
    ...said.flatMap((name, at) => said.slice(at + 1).map((other) => `says ${name} says ${other}`)),
    ...heard.map((name) => `heard ${name}`),
    ...namesIn(groups, clauses[0] ?? "").map((name) => `first ${name}`),
    ...namesIn(groups, clauses.at(-1) ?? "").map((name) => `last ${name}`),
    ...said.flatMap((name) => heard.map((other) => `says ${name} heard ${other}`)),
  ];
}
