import type { EntityType, Span } from "./entity.ts";
import { spokenDigit } from "./fold.ts";

const email = /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/g;
const wechat =
  /(?:微信|威信|vx|wx|weixin)(?:号码|账号|号)?(?:是|为|叫)?[\s:，,]{0,3}([a-z](?:[-_a-z0-9]){5,19})(?![-_a-z0-9])/g;
const province = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
const plate = new RegExp(
  `[${province}][a-z][·. -]?(?=[a-z]{0,5}\\d)[a-hj-np-z\\d]{4,5}[a-hj-np-z\\d挂学警港澳](?![a-z\\d])`,
  "g",
);

const plateStart = new RegExp(`[${province}][a-z]`);

/** Mails, WeChat names after the word, number plates (also read out). Text is folded. */
export function findWritten(text: string): Span[] {
  return [
    ...(plateStart.test(text) ? matches("plate", plate, withDigits(text)) : []),
    ...matches("email", email, text),
    ...matches("wechat", wechat, text),
  ];
}

/** Spoken digits as digits; every character keeps its place. */
const withDigits = (text: string): string =>
  text.replace(/[零〇一幺二两三四五六七八九]/g, (char) => spokenDigit(char) ?? char);

/** Where the pattern's first group stands, or the whole of it when it has none. */
function matches(type: EntityType, pattern: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const words = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(words);
    return { type, start, end: start + words.length };
  });
}
