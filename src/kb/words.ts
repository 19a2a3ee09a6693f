import { plainText, wordDictionary } from "../platform/text/index.ts";

/** Stands before words of the title and path in `passages.tokens`. */
export const titleMark = "^";

/** Words that callers and answers use alike, whatever the matter is. */
const stopWords = new Set(
  (
    "一个 一下 一些 一直 这个 那个 这些 那些 这样 那样 这边 那边 这里 那里 我们 你们 他们 咱们 自己 大家 您好 你好 谢谢 感谢 请问 想问 问问 咨询 " +
    "什么 怎么 怎样 如何 怎么办 怎么样 多少 哪里 哪儿 哪个 为什么 是否 能否 可以 不能 可不可以 是不是 有没有 能不能 现在 已经 还有 还是 就是 但是 因为 所以 " +
    "如果 然后 以及 或者 进行 相关 有关 关于 对于 根据 按照 情况 问题 知道 觉得 希望 需要 应该 没有 不是 事情 时候 反映 市民 来电 热线 答复 回复 网友 留言 收悉"
  ).split(" "),
);

/** The distinct searchable words of a text: two characters or more, or a number or Latin word; no stop words. */
export function searchWords(text: string): string[] {
  const words = wordDictionary().cutForSearch(plainText(text).toLowerCase(), true);
  return [...new Set(words.filter(isSearchable))];
}

const isSearchable = (word: string): boolean =>
  /^[\p{L}\p{N}]+$/u.test(word) && (word.length > 1 || /[\da-z]/.test(word)) && !stopWords.has(word);

/** What `passages.tokens` holds for a passage. */
export function passageTokens(title: string, path: string, text: string): string[] {
  const above = searchWords(`${title} ${path}`);
  return [...new Set([...searchWords(text), ...above, ...above.map((word) => titleMark + word)])];
}
