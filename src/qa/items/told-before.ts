/** Words that carry nothing new in a reply, and the yes that answers a confirmation. */
const fillers = /[嗯啊哦呀嘛呢吧哎唉诶喂呃呗哈噢欸的了就是那个这我俺您你们在说讲过刚才]|已经|不是|都/gu;
const yes = /^[嗯哦啊哎，。\s]*(?:对|是(?=[，。]|$)|是的|是啊|是呀|没错|可以|行|好|嗯嗯|正确)/u;

/** What remains of a reply must be this long to tell again, or hold a number or a named place. */
const toldLengthMin = 4;
const freshLengthMax = 2;
const freshShareMax = 0.2;
const fact =
  /[0-9零一二两三四五六七八九十百幺半]+个?(?:号|栋|幢|单元|楼|层|室|路|点|月|日|天|年|块|元|户|米|岁)|\p{Script=Han}(?:小区|花园|家园|苑|街道|镇|村|路|街|社区|学校|医院|广场|市场)|姓\p{Script=Han}|[0-9零一二三四五六七八九幺]{4}/u;

/** Characters of `text` that stand in no run of two or more which `before` holds as well. */
function freshIn(text: string, before: readonly string[]): string {
  let fresh = "";
  for (let at = 0; at < text.length; ) {
    let length = 0;
    const holds = (size: number) => before.some((each) => each.includes(text.slice(at, at + size)));
    while (at + length < text.length && holds(length + 1)) length += 1;
    if (length < 2) fresh += text[at] ?? "";
    at += length < 2 ? 1 : length;
  }
  return fresh;
}

const bare = (text: string): string => text.replace(/[^\p{Script=Han}0-9]+/gu, "").replace(fillers, "");

/**
 * Whether a reply only tells again what the caller told before: nothing new in it, and enough of it not given by the question. A yes confirms
 * what was read back and tells nothing again.
 */
export function isOnlyToldAgain(reply: string, question: string, before: readonly string[]): boolean {
  if (yes.test(reply)) return false;
  const words = bare(reply);
  const fresh = freshIn(words, before.map(bare));
  if (fresh.length > Math.max(freshLengthMax, words.length * freshShareMax)) return false;
  const own = freshIn(words, [bare(question)]);
  const told = own.length - fresh.length;
  return told >= toldLengthMin || (told >= 2 && fact.test(reply) && fresh.length === 0);
}
