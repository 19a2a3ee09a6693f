import type { TermMatch } from "./term-finder.ts";

/** Words that make the term before them a landmark: “医院东边”, “学校门口那条路”, “幼儿园到菜站段”. */
const landmark =
  /^[的]?(?:那边|这边|外头|外面|门口|门前|大门|正门|后门|东门|西门|南门|北门|旁边|边上|隔壁|对面|对过|附近|周边|后面|前面|后头|前头|东边|西边|南边|北边|东头|西头|南头|北头|东侧|西侧|南侧|北侧|路口|往东|往西|往南|往北|东面|西面|南面|北面|以东|以西|以南|以北|斜对|[到至往][^，。；\n]{1,8}段)/u;
const upon = /^(?:杆)?(?:子)?[上里](?:全|都)?(?:贴|挂|写)/u;
/** The place where something was put: “河堤上堆的垃圾”. */
const under = /^上(?:堆|停|摆|放)/u;
/** A figure of speech: “跟地震似的”. */
const likeBefore = /(?:跟|像|好像|好比|就像)[^，。；\n]{0,3}$/u;
const likeAfter = /^[^，。；\n]{0,3}(?:似的|一样|一般)/u;
/** Where somebody works, lives or studies, or who they are. */
const atBefore = /(?:在|是开|是做|是卖|是干)[^，。；\n]{0,3}$/u;
const atAfter = /^[^，。；\n]{0,3}(?:上班|打工|干活|工作|端|当老师|当保安|住着|读书|上学|念书|的，)/u;
/** A body that was asked before, or what it answered. */
const askedBefore =
  /(?:找过?了?|问过?了?|打过|打了|打给|跟|给|向|联系过?了?|反映给|反映到|报给|报过|报了|通知过?了?|不是)[^，。；\n]{0,2}$/u;
const askedFirst = /(?:找|问|打|联系|反映|通知)过(?:[^，。；\n]{0,3})$/u;
const askedAfter = /^[^，。；\n]{0,3}(?:说|让|叫|贴了|贴过|来过|来看|看了|劝|回复|答复|登记|打电话|反映|打招呼)/u;

const landmarkShare = 0.25;
const passingShare = 0.4;
const underShare = 0.7;
const reach = 14;

/**
 * How much a term counts for where it stands, 0 to 1: what the matter is counts whole; a landmark, a workplace and a body
 * that was asked before are said in passing; a figure of speech says nothing.
 */
export function contextShare(text: string, { start, end }: TermMatch): number {
  const after = text.slice(end, end + reach);
  if (landmark.test(after) || upon.test(after)) return landmarkShare;
  if (under.test(after)) return underShare;
  const before = text.slice(Math.max(0, start - reach), start);
  if (likeBefore.test(before) && likeAfter.test(after)) return 0;
  if (atBefore.test(before) && atAfter.test(after)) return passingShare;
  if (askedFirst.test(before) || (askedBefore.test(before) && askedAfter.test(after))) return passingShare;
  return 1;
}
