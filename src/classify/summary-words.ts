import { clausesOf, findTimes } from "../platform/text/index.ts";

/** Run-ups and fillers of speech that no record keeps. */
const fillers =
  /呃+|嗯+|哎呀?|唉|就是说|怎么说呢|你(?:知道|晓得)(?:不|吗|吧)|(?:我|其)?(?:就)?(?:跟|和)(?:你们?|其|您)(?:说|讲|念叨)(?:一下|一声|啊|吧)?|(?:其|我)告诉(?:你|其)|你(?:说说|看看|听其说完)|实话说|说实在的|没有没有|对对对?|好好好?|(?<=^|[，。；：])(?:那个|这个|然后|就是|反正|所以|关键是|那|对|好|行|中|嗯|喂|有啊|找了|打了|咨询一下|问一下|先问一句|可得|(?:早上|下午|晚上)好|你好|您好|抱歉让(?:您|其)久等了|实在对不起)(?=[，。；：]|$)/gu;
/** Clauses that tell who calls or how to reach him, or only greet: recorded elsewhere. */
const asides =
  /^(?:其)?(?:免贵)?姓.{1,6}$|^.{1,4}(?:的|字)(?:那个)?.$|字(?:的|底)?那个|^(?:上面|左边|右边|单人旁)|^[\d\s\-零一二三四五六七八九幺两]{5,}$|^.{0,3}联系人|联系电话|^.{1,3}(?:先生|女士|大爷|阿姨)(?:您好)?$|你们?给不给|^(?:谢谢|麻烦(?:了|你们?了)|辛苦)|^(?:端午|中秋|节日|新年|过年).{0,4}好?啊?$|安康/u;
const spokenFor: readonly (readonly [RegExp, string])[] = [
  [/今儿个?/gu, "今天"],
  [/昨儿个?/gu, "昨天"],
  [/天天/gu, "每天"],
  [/(?<![为干])啥/gu, "什么"],
  [/咋(?:个)?/gu, "怎么"],
  [/人家(?=说|老板|不|就|给|把)/gu, "对方"],
  [/这儿|这块儿/gu, "此处"],
  [/那儿/gu, "那里"],
  [/特别特别/gu, "特别"],
];
/** The caller as the subject of a clause goes without saying. */
const ownSubject =
  /(?<=^|[，。；：])(?:其|本人)(?=要|想|就|跟|找|打|去|给|说|问|在(?!家)|是|买|交|又|也|都|上(?!班)|这|那(?!边)|每天|一个|为|已|住|有|没|看|刚|从|发现|自己)/gu;
const ownVerb =
  /(?<=^|[，。；：])(?:其)?(?:要|想|就是|来)?(?:再)?(?:投诉|反映|举报|建议|求助|咨询)(?:的是|一下|个)?(?=.{4,})/gu;

/** Repeated words of excitement once: 着火了着火了 becomes 着火了. Bounded to repeats of six characters. */
function onceOnly(text: string): string {
  return text.replace(/([^\d，。]{2,6}?)\1+/gu, "$1");
}

/** Spoken words as a record words them: no fillers, no self-introduction, the caller not named as subject. Adds nothing. */
export function recordWords(text: string): string {
  let plain = text.replace(/[！？]/gu, "，").replace(fillers, "");
  for (const [from, to] of spokenFor) plain = plain.replace(from, to);
  plain = onceOnly(plain);
  const kept = clausesOf(plain)
    .map((clause) => ({ ...clause, mark: plain.charAt(clause.end), words: clause.text.trim() }))
    .filter(({ words }) => words.length >= 2 && !asides.test(words));
  return kept
    .map(
      ({ words, mark }) => `${words.replace(/(?:啊|呀|呢|吧|嘛|哈|哩|呗|哦|啦)+$/u, "")}${mark === "" ? "，" : mark}`,
    )
    .join("")
    .replace(ownSubject, "")
    .replace(ownVerb, "")
    .replace(/[，。；：…]{2,}/gu, "，")
    .replace(/^[，。；：、]+|[，。；：、]+$/gu, "");
}

/** Days told from the day of the call (今晚七点, 昨天) as dates (1月20日晚七点), as an order is read later. */
export function dated(text: string, startedAt: string): string {
  let result = "";
  let at = 0;
  for (const when of findTimes(text, startedAt)) {
    const date = /^\d{4}-(\d\d)-(\d\d)(?:T|$)/u.exec(when.value ?? "");
    const day = /^(?:今天|今日|昨天|昨日|前天|今(?=[早晚晨夜])|昨(?=[晚夜]))/u.exec(text.slice(when.start, when.end));
    if (when.start < at || !date || !day) continue;
    result += `${text.slice(at, when.start)}${Number(date[1])}月${Number(date[2])}日`;
    at = when.start + day[0].length;
  }
  return result + text.slice(at);
}
