import { firstMatch, type Matchers } from "../platform/rules/index.ts";
import { type CallbackRules, type Heard, holds } from "./listen.ts";

export type Entries<Value extends string> = readonly (Matchers & { value: Value })[];

/** The first value whose words a text holds. */
export function valueIn<Value extends string>(entries: Entries<Value>, text: string): Value | null {
  return entries.find((entry) => firstMatch(entry, text) !== null)?.value ?? null;
}

const recorded = /(?:记|写|填|录|登记)(?:成|为|作|上|个|您|一?下|的是)*[，：“”]*([^，。？]{2,10})/u;

/**
 * The one value that an agent's line puts forward for a yes or no, the one to be recorded before others ("没找到人，那我记尝试联系"); null when it
 * names none or lets choose among several.
 */
export function proposedIn<Value extends string>(entries: Entries<Value>, text: string): Value | null {
  return onlyValue(entries, recorded.exec(text)?.[1] ?? "") ?? onlyValue(entries, text);
}

function onlyValue<Value extends string>(entries: Entries<Value>, text: string): Value | null {
  const values = new Set(entries.filter((entry) => firstMatch(entry, text) !== null).map((entry) => entry.value));
  const [only] = values;
  return values.size === 1 && only !== undefined ? only : null;
}

const yesWords =
  /^(?:[嗯哦啊哎，,。！\s对是好行中成算系得的了吧呀]|是?这么回事|是?这样|可以|符合|没错|要得|没问题|同意|认可)*/u;
const ownWordsMin = 3;

/** What a yes to a proposal answers: the citizen's own words behind the yes go first. */
export function agreedTo<Value extends string>(entries: Entries<Value>, proposed: Value, text: string): Value {
  const rest = text.replace(yesWords, "");
  return (rest.length >= ownWordsMin ? valueIn(entries, rest) : null) ?? proposed;
}

const denied = /^[嗯哦啊哎呃，,。\s]*(?:不是|不对|不属实|假的|胡说|哪有|没有|没那回事|并没有|瞎说)/u;

/** What a no to "they say it is solved" answers; null where it is no plain no. */
export function deniedTo(proposed: string, text: string): "未解决" | null {
  return proposed === "已解决" && denied.test(text) ? "未解决" : null;
}

const detail = /怎么(?:联系|来|打|找|跟您|告诉)|哪|什么|啥|几|多少|具体|是指|怎么说|如何|谁/u;
const open = /吗|没有|是不是|还是|怎么样|咋样|什么情况|什么样|如何了|是否|有没有/u;

/** A question for particulars of an answer already given. */
export const asksDetail = (text: string): boolean => detail.test(text) && !open.test(text);

const denial = /^[嗯哦啊哎呃，,。\s]*(?:都|早|已经)?(?:没|不|莫|木|冇)/u;
const gone = /(?:没|不|莫得|冇)[^，。]{0,4}了(?:[，,。！\s啊呀嘛]|$)/u;
const statement = /\p{Script=Han}/u;

/** The answer to "is it still so?": a no means solved, anything said for it unsolved. Null when the citizen answers something else. */
export function stillSo(rules: CallbackRules, question: Heard | undefined, answer: Heard): "已解决" | "未解决" | null {
  const { asksIfStill, asksResolved } = rules.wording.callbackSignals;
  if (!question || !holds(asksIfStill, question.plain) || /解决/u.test(question.plain)) return null;
  if (!holds(asksResolved, question.plain) && question.topic !== "resolved") return null;
  if (denial.test(answer.plain) || gone.test(answer.plain)) return "已解决";
  return statement.test(answer.plain) ? "未解决" : null;
}
