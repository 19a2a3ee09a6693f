import { firstMatch } from "../../platform/rules/index.ts";
import { surnameAt } from "../../platform/text/index.ts";
import { against, type Case, holds, type Judge } from "../judge.ts";
import { type Line, lineAfter } from "../talk.ts";

const emergencies = new Set(["110", "119", "120", "122"]);

/** A title that follows a name, not one that stands alone ("好的女士"); a surname like 那 counts where the caller told it so. */
function addresses(input: Case, line: Line, told: Line): boolean {
  const match = firstMatch(input.rules.rubric.signals.title, line.plain);
  if (!match) return false;
  const before = line.plain.slice(Math.max(0, match.index - 1), match.index);
  if (before !== "" && told.plain.includes(`姓${before}`)) return true;
  return /[\p{Script=Han}]/u.test(before) && !/[的好请问是您这那位呢啊吧对到给和跟嗯]/u.test(before);
}

/** "罗，罗大军": an answer that begins with a surname and soon pauses, so that "方便" is no name. */
function answersWithName(words: string): boolean {
  return (
    surnameAt(words) !== null && /^\p{Script=Han}{1,4}(?:[，。]|$)/u.test(words) && !/^方便|^行|^没|^应该/u.test(words)
  );
}

/** The caller's line that tells a name: unasked, or in answer to `ask`. */
function namedAt(input: Case, ask: Line | undefined): Line | undefined {
  const { signals } = input.rules.rubric;
  const reply = ask && lineAfter(input.talk, ask.at, "citizen");
  if (reply && (answersWithName(reply.plain) || holds(signals.callerNames, reply.plain))) return reply;
  return input.talk.citizen.find((line) => /(?:我|俺|免贵|本人)姓\p{Script=Han}/u.test(line.plain));
}

/** 未询问或称呼姓氏: the name is asked, and used once it is known (S1 row 11). */
export const judgeSurname: Judge = (input) => {
  const { talk, rules, draft } = input;
  const last = talk.agent.at(-1);
  if (!last) return [];
  const ask = talk.agent.find((line) => holds(rules.rubric.signals.askName, line.plain));
  const named = namedAt(input, ask);
  if (!ask && !named) {
    const verdict = draft && emergencies.has(draft.scope) ? "仅提示" : "扣分";
    return [against(last, verdict, "全程没有询问来电人姓氏")];
  }
  if (!named || holds(rules.rubric.signals.callerRefusesName, named.plain)) return [];
  const after = talk.agent.filter((line) => line.at > named.at);
  const next = after[0];
  if (!next || after.some((line) => addresses(input, line, named))) return [];
  return [against(next, "扣分", `来电人已告知姓氏（${named.text}），之后没有用来称呼`)];
};
