import { type CallBasis, figureKeys } from "../../kb/index.ts";
import { firstMatch } from "../../platform/rules/index.ts";
import { against, type Case, type Finding, holds, type Judge, wordsAgainst } from "../judge.ts";
import { learnedFault } from "../service-model.ts";
import { type Line, lineAfter, lineBefore } from "../talk.ts";

const quoteChars = 60;

/** From this confidence on a guess costs points though the caller put no question: he was told something all the same. */
const sureOfGuess = 0.85;

/** Whether the caller wanted to know: a question right before, or doubt about the answer right after. */
function wasAsked({ talk, rules }: Case, line: Line): Line | null {
  const { callerAsks, callerDoubts } = rules.rubric.signals;
  const before = lineBefore(talk, line.at, "citizen");
  if (before && holds(callerAsks, before.plain)) return before;
  const after = lineAfter(talk, line.at, "citizen");
  return before && after && holds(callerDoubts, after.plain) ? before : null;
}

/** A basis holds for the line that names it and the answer right after the look-up. */
function isFounded({ talk, rules }: Case, line: Line): boolean {
  const { basis } = rules.rubric.signals;
  const before = talk.lines[line.at - 1];
  return holds(basis, line.plain) || (before?.speaker === "agent" && holds(basis, before.plain));
}

function judgeLine(input: Case, line: Line): Finding[] {
  const { hedge, promise } = input.rules.rubric.signals;
  if (isFounded(input, line)) return [];
  const promised = firstMatch(promise, line.plain);
  if (promised && !wasTold(input)) return [against(line, "扣分", "替承办单位打包票，没有依据", promised.text)];
  const words = wordsAgainst(line, hedge, "随意答复无依据");
  if (words === null) return [];
  const asked = wasAsked(input, line);
  const isSure = (learnedFault(line, "随意答复无依据")?.confidence ?? 0) >= sureOfGuess;
  if (!asked && !isSure) return [];
  const known = knownOf(input, line);
  const verdict = wasTold(input) || known?.says === "一致" ? "仅提示" : "扣分";
  const beside = known ? `；知识库“${known.title}”第 ${known.version} 版当时有效，${known.words}` : "";
  const question = asked ? `来电人问“${asked.text}”，` : "";
  return [against(line, verdict, `${question}答复含糊，没有依据${beside}`, words)];
}

type Known = { title: string; version: number; says: "一致" | "不同"; words: string };

/** What the base said of it at the time of the call: the same figure, or another one of that unit. */
function knownOf({ knowledge }: Case, line: Line): Known | null {
  const spoken = figureKeys(line.plain);
  if (!spoken.length || !knowledge) return null;
  const unitOf = (key: string) => key.replace(/^[\d.]+/u, "");
  const inForce = [...knowledge.told, ...knowledge.offered].filter(({ wasValid }) => wasValid);
  const same = inForce.find(({ quote }) => figureKeys(quote).some((key) => spoken.includes(key)));
  if (same) return known(same, "一致", "口径一致，答复时应说明依据");
  const units = new Set(spoken.map(unitOf).filter(Boolean));
  const other = inForce.find(({ quote }) => figureKeys(quote).some((key) => units.has(unitOf(key))));
  return other ? known(other, "不同", `写明“${other.quote.slice(0, quoteChars)}”`) : null;
}

const known = ({ title, version }: CallBasis, says: Known["says"], words: string): Known => ({
  title,
  version,
  says,
  words,
});

/** Told a passage by a person's word, in a version that held at the time of the call: that answer has its basis. */
const wasTold = ({ knowledge }: Case): boolean => knowledge?.told.some(({ wasValid }) => wasValid) ?? false;

/**
 * 随意答复无依据: a guess given as an answer, or an outcome promised that is for others to bring about, with no rule, guide or look-up behind that answer (S1 row 24; R-K7). What the base
 * says is taken by the version of the call's time.
 */
export const judgeUnfounded: Judge = (input) => input.talk.agent.flatMap((line) => judgeLine(input, line));
