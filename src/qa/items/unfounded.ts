import { type CallBasis, figureKeys } from "../../kb/index.ts";
import { firstMatch } from "../../platform/rules/index.ts";
import { against, type Case, type Finding, holds, type Judge } from "../judge.ts";
import { type Line, lineBefore } from "../talk.ts";

const quoteChars = 60;

function judgeLine(input: Case, line: Line, foundedCall: boolean): Finding[] {
  const { hedge, promise, basis, callerAsks } = input.rules.rubric.signals;
  const promised = firstMatch(promise, line.plain);
  if (promised && !foundedCall && !holds(basis, line.plain))
    return [against(line, "扣分", "替承办单位打包票，没有依据", promised.text)];
  const match = firstMatch(hedge, line.plain);
  if (!match || holds(basis, line.plain)) return [];
  const asked = lineBefore(input.talk, line.at, "citizen");
  if (!asked || !holds(callerAsks, asked.plain)) return [];
  const known = knownOf(input, line);
  const verdict = foundedCall || known?.says === "一致" ? "仅提示" : "扣分";
  const beside = known ? `；知识库“${known.title}”第 ${known.version} 版当时有效，${known.words}` : "";
  return [against(line, verdict, `来电人问“${asked.text}”，答复含糊，没有依据${beside}`, match.text)];
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
 * 随意答复无依据: a guess given as an answer, or an outcome promised that is for others to bring about, with no rule, guide or look-up behind it in the call (S1 row 24; R-K7). What the base
 * says is taken by the version of the call's time.
 */
export const judgeUnfounded: Judge = (input) => {
  const { basis } = input.rules.rubric.signals;
  const foundedCall = wasTold(input) || input.talk.agent.some((line) => holds(basis, line.plain));
  return input.talk.agent.flatMap((line) => judgeLine(input, line, foundedCall));
};
