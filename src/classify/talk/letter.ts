import { type Plain, sentencesOf } from "../../platform/text/index.ts";

/** What a letter says to its reader and not about its matter: salutations, thanks, excuses, and marks that spreadsheets leave in a text. */
const courtesies: readonly RegExp[] = [
  /_x[0-9A-F]{4}_/gu,
  /尊敬的[^，。！？；：]{0,24}(?:政府|党委|县委|市委|区委|镇委)(?:各位领导|领导)?[，：！]?/gu,
  /(?<=^|[，。！？；：\n])(?:我|本人)?(?:今天|现在|这次|现|特|特此)?(?:来)?(?:给|向)(?:您|你们?|领导|书记)(?:们)?(?:写信|留言|来信|反映(?:一个|一下)?(?:情况|问题)?|说)[，。：](?:是?(?:我|本人)?(?:想|要)(?:投诉|反映|举报|说)(?:的是)?)?/gu,
  /(?<=^|[，。！？；：、\n])(?:尊敬的|敬爱的|各位)[^，。！？；：]{0,16}?(?:领导|书记|市长|县长|区长|省长|局长|厅长|主任|部门|同志|先生|女士|们)(?:们|同志|先生|女士)*(?:[，。！：、]|(?=您好|你好|你们好|我|本人))/gu,
  /(?<=^|[，。！？；：\n])[\p{Script=Han}]{0,6}(?:领导|书记|市长|县长|区长|局长|主任|同志)们?[，！：、]?(?=(?:您|你们?|大家)好)/gu,
  /(?<=^|[，。！？；：\n])(?:[\p{Script=Han}]{1,3}|各位|敬爱的|亲爱的)?(?:领导|书记|市长|县长|区长|局长|省长)们?[：！]/gu,
  /(?<=^|[，。！？；：\n])(?:您|你们?|大家|领导)?(?:好|辛苦了)[，。！：]+/gu,
  /(?<=^|[，。！？；：\n])(?:首先|在此|最后)?(?:，)?(?:非常|十分|很|衷心|万分|先)?(?:感谢|感激|谢谢)(?:您|你们?|领导|各位|政府|大家|百忙|[，。！]|$)[^，。！？；]{0,30}(?:[，。！？；]|$)+/gu,
  /(?<=^|[，。！？；：\n])(?:很|非常|十分)?(?:抱歉|不好意思|冒昧)?(?:在|于)?(?:您|你)?(?:在)?百忙之中[^，。！？；]{0,20}(?:[，。！？；]|$)/gu,
  /(?<=^|[，。！？；：\n])(?:(?:很|非常|十分)?(?:抱歉|不好意思|冒昧)|打扰|打搅)[^，。！？；]{0,12}(?:[，。！？；]|$)/gu,
  /(?<=^|[，。！？；：\n])(?:此致|敬礼|祝(?:您|你|好|身体|工作|领导)[^，。！？；]{0,16}|盼复|望回复|求解|敬请?回复|谢谢了?|不胜感激|万分感谢)(?:[，。！？；]|$)+/gu,
];
/** The first sentence of a message is its own headline when it is no longer than this and something follows. */
const headlineMin = 5;
const headlineMax = 45;
const bodyMin = 12;

/** Ranges of `text` that hold courtesies, found again where one uncovers the next. */
function withoutOnce(plain: Plain): Plain {
  const drop = new Set<number>();
  for (const courtesy of courtesies) {
    for (const match of plain.text.matchAll(courtesy)) {
      for (let at = match.index; at < match.index + match[0].length; at += 1) drop.add(at);
    }
  }
  const kept = [...plain.text.split("").keys()].filter((at) => !drop.has(at));
  return {
    source: plain.source,
    text: kept.map((at) => plain.text.charAt(at)).join(""),
    starts: kept.map((at) => plain.starts[at] ?? 0),
    ends: kept.map((at) => plain.ends[at] ?? 0),
  };
}

/** A letter without its courtesies; what is kept keeps its place in the source. A letter of nothing else stays as it is. */
export function withoutCourtesies(plain: Plain): Plain {
  let rest = plain;
  for (let round = 0; round < 3; round += 1) {
    const next = withoutOnce(rest);
    if (next.text.length === rest.text.length) break;
    rest = next;
  }
  return rest.text === "" ? plain : rest;
}

/** The headline that a written message begins with, as characters [0, end) of its text; null when it has none. */
export function headlineIn(text: string): { readonly text: string; readonly end: number } | null {
  const first = sentencesOf(text)[0];
  const isHeadline =
    first?.start === 0 &&
    first.text.length >= headlineMin &&
    first.text.length <= headlineMax &&
    text.length - first.end > bodyMin;
  return isHeadline && first ? { text: first.text, end: first.end + 1 } : null;
}

const addressed = /您们?|(?:各位|尊敬的)?领导(?=能|可以|帮|给|重视|关注|出面|派)/gu;
const subject =
  /(?<=^|[，。；：！？]|但是?|所以|因为|现在|目前|希望|如果|于是|而且|并且|之前|后来)(?:我们|咱们|我|本人)(?=也|就|想|要|都|又|再|已|没|不|在|曾|还|才|一直|多次|于|从|住|有|去|到|向|和|跟|每|觉得|认为|听|看|发现|打|问|买|购|强烈|请求|希望|要求|只|能|可以|该|作为|这|现|今|去年|申请|办|准备|必须|反映|了解)/gu;

/** A letter in the third person: its reader is not named, its writer not as subject; elsewhere the writer is 其. */
export function letterInThirdPerson(text: string): string {
  return text
    .replace(addressed, "")
    .replace(subject, "")
    .replace(/(?<=^|[，。；：！？])(?:我们|我|本人)(?:是|系)/gu, "系")
    .replace(/(?<=^|[，。；：！？])本人(?=[\p{Script=Han}])/gu, "")
    .replace(/(?:现|特)?向你们?(?=反映|举报|投诉|咨询|求助)/gu, "")
    .replace(/(?:这里)?(?:我们|咱们|我)(?:这|那)(?=里|边|个|栋|条)/gu, "这")
    .replace(
      /(?:我们|咱们)(?=小区|村|镇|县|区|市|乡|学校|单位|公司|业主|居民|村民|住户|家长)|(?:我)(?=市|县|区|镇|乡|村|校|单位|公司)/gu,
      "该",
    )
    .replace(/(?:作为|身为)?我们(?=普通|广大|老百姓|百姓)/gu, "")
    .replace(/(?:我们|咱们|我)的?/gu, "其")
    .replace(/该(?:业主|居民|村民|住户|家长)/gu, (word) => word.slice(1))
    .replace(/其其/gu, "其");
}

const headlineLead =
  /^(?:(?:我要|强烈|实名|再次|关于|对于|一个|紧急)?(?:投诉|反映|反应|举报|建议|咨询|求助|请教|请问|询问|求解)(?:一下|有关|关于|对)?[：:，]?(?!(?:箱|电话|人|无门|信)))+/u;
const headlineTail =
  /的?(?:相关)?(?:(?:咨询|建议|投诉|报告|请示|反映|求助信?|请求|举报信?|信))+$|的?(?:有关|相关)问题$/u;

/** A headline in the third person, without the words that only say what kind of letter it is: 关于…的咨询. */
export function headlineMatter(headline: string): string {
  const plain = letterInThirdPerson(headline.replace(headlineLead, "").replace(headlineTail, ""));
  return plain.replace(/^(?:关于|有关|对于|[，、：的])+/u, "");
}
