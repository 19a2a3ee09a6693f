import { clausesOf, sentencesOf } from "../../platform/text/index.ts";
import { headlineIn } from "./letter.ts";

/** Characters [start, end) of a letter that hold what it asks for. */
export type LetterSpan = { readonly start: number; readonly end: number };

const asksFor =
  /(?:强烈|再次|特|现|只|就|还|也)?(?:希望|恳请|恳求|请求|要求(?!我|他|业主|居民|村民|家长|交|先)|呼吁|盼望|盼(?!了)|期盼|渴望|(?<![失绝愿看观张展])望(?=相关|有关|领导|政府|能|予以|给予|尽快|早日|部门|各级))|(?<![申聘邀])请(?=求|相关|有关|政府|部门|尽快|予以|给予|帮|核实|调查|查|解决|处理|协调|督促|派|安排|加强|落实|关注|重视|领导|市|县|区|镇)|麻烦(?=相关|有关|政府|部门|安排|帮|处理|解决|尽快)|建议/u;
const isQuestion = /？|请问|吗$|呢$|咨询|是否|能否|可否|如何|怎么|怎样|什么|多少|何时|哪/u;
const spanMax = 80;
/** A longer sentence tells before it asks: only what asks is taken. */
const longMin = 40;

/** The last wish of a letter to the end of its sentence; letters tell first and ask at their end. Its headline asks when nothing else does. */
export function wishOfLetter(text: string): LetterSpan | null {
  const body = headlineIn(text)?.end ?? 0;
  const wishes = sentencesOf(text).flatMap((sentence) => {
    const clause = clausesOf(sentence.text).find((each) => asksFor.test(each.text));
    const found = clause ? asksFor.exec(clause.text) : null;
    if (!clause || !found) return [];
    const start = sentence.start + clause.start + found.index;
    return [{ start, end: Math.min(sentence.end, start + spanMax) }];
  });
  return wishes.findLast((wish) => wish.start >= body && wish.end - wish.start >= 6) ?? wishes.at(-1) ?? null;
}

/** The questions of a letter in the order asked, at most so many characters together. */
export function questionsOfLetter(text: string, charsMax: number): LetterSpan[] {
  const body = headlineIn(text)?.end ?? 0;
  let left = charsMax;
  return sentencesOf(text)
    .filter(
      (each) => each.start >= body && each.text.length >= 5 && isQuestion.test(text.slice(each.start, each.end + 1)),
    )
    .map((each) => {
      const asking = clausesOf(each.text).find((clause) => isQuestion.test(clause.text));
      return each.text.length > longMin && asking ? { start: each.start + asking.start, end: each.end } : each;
    })
    .map((each) => ({ start: each.start, end: Math.min(each.end, each.start + spanMax) }))
    .filter(({ start, end }) => {
      left -= end - start;
      return left >= 0;
    });
}
