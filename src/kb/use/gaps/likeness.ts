import { normalise } from "../../../platform/text/index.ts";

/** What a question is made of: pairs of characters of what is asked with their weight, without the words every question has. */
export type Shape = ReadonlyMap<string, number>;

/** Courtesy and ways to ask, longest first: they say nothing of the matter. */
const ways = new RegExp(
  [
    "(?:我|俺)?(?:就是)?(?:想|要)(?:问|咨询|了解|打听)(?:一下|下|问)?",
    "(?:请问|请教|咨询|问问?|打听|了解)(?:一下|下)?",
    "(?:您|你)好|麻烦(?:您|你)?|谢谢(?:您|你)?|不好意思|同志|师傅|老师",
    "(?:怎么|怎样|如何|咋)(?:办理|办|弄|申请|才能)?",
    "(?:需要|要|得)(?:带|准备|提供|提交)?(?:什么|哪些|啥)(?:材料|手续|证件|资料|条件)?",
    "(?:去|到|在)?(?:哪里|哪儿|哪|什么地方|啥地方)(?:可以|能)?(?:办理|办)?",
    "(?:什么|啥)(?:时候|时间)|多(?:久|长时间|少钱)|是?多少|是不是|能不能|可不可以|行不行|有没有",
    "[吗呢吧啊呀么的了是]",
  ].join("|"),
  "gu",
);
const masked = /\[[\p{Script=Han}]{1,4}\d{1,6}\]/gu;

/** What can be asked of any matter: 停车收费标准 and 供暖收费标准 have little in common. */
const aspects =
  /收费|标准|流程|条件|时间|地点|地址|电话|补贴|补助|申请|政策|规定|办理|证明|登记|服务|费用|价格|补办|领取|查询|材料|手续|报销/gu;
const aspectWeight = 0.3;

/** The shape of a question; of one that holds nothing but ways to ask, the shape of the whole. */
export function shapeOf(question: string): Shape {
  const plain = normalise(question.replace(masked, "")).text.toLowerCase();
  const matter = plain.replace(ways, " ");
  return piecesOf(/[\p{L}\p{N}]{2}/u.test(matter) ? matter : plain);
}

function piecesOf(text: string): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const [aspect] of text.matchAll(aspects)) pieces.set(aspect, aspectWeight);
  for (const run of text.replace(aspects, " ").match(/[\p{L}\p{N}]+/gu) ?? []) {
    for (let at = 0; at + 1 < run.length; at += 1) pieces.set(run.slice(at, at + 2), 1);
    if (run.length === 1) pieces.set(run, aspectWeight);
  }
  return pieces;
}

const weightOf = (shape: Shape): number => [...shape.values()].reduce((sum, weight) => sum + weight, 0);

/**
 * How much two questions ask the same, 0 to 1: the share of pieces both have. A short question that stands whole in a longer one
 * counts more than their lengths let it.
 */
export function likeness(a: Shape, b: Shape): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [piece, weight] of small) if (large.has(piece)) shared += weight;
  const [ofSmall, ofLarge] = [weightOf(small), weightOf(large)];
  if (!ofSmall || !ofLarge) return 0;
  const held = ofSmall >= 3 ? shared / ofSmall : 0;
  return Math.max((2 * shared) / (ofSmall + ofLarge), 0.8 * held);
}

/** From here on two questions ask the same. */
export const sameQuestion = 0.5;

/** The one of these that asks the same most, or null. */
export function nearest<T extends { question: string }>(question: string, known: readonly T[]): T | null {
  const shape = shapeOf(question);
  let best: T | null = null;
  let bestLikeness = sameQuestion;
  for (const each of known) {
    const near = likeness(shape, shapeOf(each.question));
    if (near < bestLikeness || (best && near === bestLikeness)) continue;
    best = each;
    bestLikeness = near;
  }
  return best;
}

/** The question that is most like all others of its kind; of equal ones the first. */
export function mostTypical(questions: readonly string[]): string {
  const shapes = questions.map(shapeOf);
  const sums = shapes.map((shape) => shapes.reduce((sum, other) => sum + likeness(shape, other), 0));
  const best = sums.indexOf(Math.max(...sums));
  return questions[best] ?? "";
}
