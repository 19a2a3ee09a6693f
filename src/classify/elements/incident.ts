import type { Element, ElementKey } from "../../orders/index.ts";
import { firstMatch, says } from "../../platform/rules/index.ts";
import { clausesOf } from "../../platform/text/index.ts";
import { askedAbout, type Talk, type Topic, type Turn } from "../talk/talk.ts";
import { notObtained, recorded } from "./element.ts";

const spanMax = 40;

/** The first clause of the caller that tells it; replies to the question come first. */
function told(talk: Talk, topic: Topic): { turn: Turn; start: number; end: number } | null {
  const replies = askedAbout(talk, topic).flatMap(({ replies }) => replies.slice(0, 1));
  for (const turn of [...replies, ...talk.citizen]) {
    for (const clause of clausesOf(turn.text)) {
      const found = firstMatch(talk.listening.topics[topic].told, clause.text);
      if (!found) continue;
      const start = clause.text.length > spanMax ? clause.start + found.index : clause.start;
      return { turn, start, end: Math.min(clause.end, start + spanMax) };
    }
  }
  return null;
}

function words(talk: Talk, topic: Topic): Element {
  const part = told(talk, topic);
  if (!part) return notObtained(talk, topic);
  return recorded({ value: part.turn.text.slice(part.start, part.end), ...part, why: "来电人说到的情况" });
}

/** Yes or no with the words, or the reason it is not known; never blank (附录C.5). */
function yesNo(talk: Talk, topic: "emergencyCalled" | "onSite"): Element {
  const part = told(talk, topic);
  if (!part) return notObtained(talk, topic);
  const said = part.turn.text.slice(part.start, part.end);
  const no =
    topic === "emergencyCalled"
      ? /没(?:有)?(?:人)?(?:打|报|叫)|俺没|还没打/u.test(said)
      : /没(?:来|到|人)|还没|上不来/u.test(said);
  return recorded({
    value: no ? "否" : "是",
    ...part,
    why: says(talk.listening.unsure, said) ? "来电人不太确定" : "来电人说到的情况",
  });
}

/** 状态、影响范围、危害程度、是否求助紧急电话、现场是否有部门处理 (附录C.5). */
export function incidentElements(talk: Talk): Partial<Record<ElementKey, Element>> {
  return {
    status: words(talk, "status"),
    scope: words(talk, "scope"),
    harm: words(talk, "harm"),
    emergencyCalled: yesNo(talk, "emergencyCalled"),
    onSite: yesNo(talk, "onSite"),
  };
}
