import type { ElementKey } from "../orders/index.ts";
import { digitRuns } from "../platform/text/index.ts";
import { against, type Case, type Finding } from "./judge.ts";
import { pairsOf, sharedPairs } from "./overlap.ts";
import type { Line } from "./talk.ts";

const noOrder: Finding[] = [{ verdict: "待人工", utterance: null, atMs: null, why: "没有工单可以对照，须人工判断" }];
const nothingTold: Finding[] = [{ verdict: "不适用", utterance: null, atMs: null, why: "来电人没有说这些信息" }];

/** The last digits of a number make out that it was read back. */
const tailDigits = 4;
/** A place is read back when so much of it is said. */
const placeShare = 0.4;

const labelOf = ({ rules }: Case, key: ElementKey): string =>
  rules.recording.elements.find((element) => element.key === key)?.label ?? key;

/** Whether a line of the agent says what the caller told: the end of a number, the surname, most of a place. */
function repeats(key: ElementKey, value: string, { plain }: Line): boolean {
  if (key === "contact") return digitRuns(plain).some(({ digits }) => digits.endsWith(value.slice(-tailDigits)));
  if (key === "name") return plain.includes(value.charAt(0));
  const pairs = pairsOf(value);
  return pairs.size === 0 || sharedPairs(pairs, pairsOf(plain)) / pairs.size >= placeShare;
}

/** 及时确认: what the caller told of these elements and the agent did not say again. It only hints: a nod may have been enough. */
export function judgeReadBack(of: readonly ElementKey[], input: Case): Finding[] {
  const { draft, talk } = input;
  if (!draft) return noOrder;
  const told = of.flatMap((key) => {
    const element = draft.elements[key];
    // The first: the last may be the yes to what was read back.
    const line = talk.citizen.find(({ i }) => element?.evidence.includes(i));
    const isOfCall = key === "contact" && line !== undefined && digitRuns(line.plain).length === 0;
    return element?.value && line && !isOfCall ? [{ key, value: element.value, line }] : [];
  });
  if (told.length === 0) return nothingTold;
  const unread = told.filter(
    ({ key, value, line }) => !talk.agent.some((said) => said.at > line.at && repeats(key, value, said)),
  );
  return unread.map(({ key, line }) =>
    against(line, "仅提示", `来电人说了${labelOf(input, key)}，之后没有听到坐席复述`),
  );
}

/** 抓住重点提问: what the order needs and nobody asked. It only hints: the caller may have been in a hurry. */
export function judgeAsked(input: Case): Finding[] {
  if (!input.draft) return noOrder;
  const { missing } = input.draft;
  if (missing.length === 0) return [];
  const last = input.talk.agent.at(-1);
  const why = `到结束没有问到：${missing.map((key) => labelOf(input, key)).join("、")}`;
  return last ? [against(last, "仅提示", why)] : [];
}
