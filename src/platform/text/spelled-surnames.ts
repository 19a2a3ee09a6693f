import { surnameAt } from "./surnames.ts";

/** How surnames are told by their parts, the surname last (弓长|张); longer tellings first. */
const tellings = `
  三点水一个工江 三点水加工江 三横一竖王 宝盖头木宋 草字头将蒋 双人旁余徐 单立人冬佟 三点水番潘
  三点水余涂 三点水尤沈 三点水冗沈 双人余徐 卯金刀刘 十八子李 三横王王 言西早谭 西土瓦甄 草头黄黄
  大肚黄黄 美女姜姜 竹头付符 两点马冯 言身寸谢 羊女姜 禾子季 竹付符 四夕罗 口贝员 广龙庞 龙共龚
  共龙龚 日寸时 曲辰农 非衣裴 户方房 木目相 鱼日鲁 羽隹翟 公羽翁 弓长张 立早章 双口吕 口天吴 木子李
  耳东陈 言午许 古月胡 走肖赵 人王全 禾呈程 双木林 木易杨 木土杜 木每梅 木白柏 文刀刘 二马冯 关耳郑
  奠耳郑 革斤靳 士口吉 十口古 言炎谈 言射谢 山佳崔 山隹崔 山今岑 人五伍 人可何 人尹伊 耳元阮 音召韶
  丝己纪 赤耳郝 召耳邵 工页项 足各路 马各骆 门三闫 三门闫
`
  .trim()
  .split(/\s+/u)
  .map((told) => ({ parts: told.slice(0, -1), surname: told.slice(-1) }));

/** 女字旁的姚, 草字头那个荀: the side that is named and the surname it belongs to. */
const bySide =
  /^(?:[\p{Script=Han}]{1,3}字?(?:旁|底|(?<![东西南北村巷街桥])头)|绞丝旁?|竖心旁?|提手旁?|宝盖|耳刀旁?)(?:的|那个|的那个)(?<surname>\p{Script=Han})(?=$|[，。！？])/u;

/** A surname told by its parts at the start of the text, with what was said for it (弓长张, 弓长, 耳东那个陈); null when none is. */
export function spelledSurnameAt(text: string): { readonly surname: string; readonly length: number } | null {
  for (const { parts, surname } of tellings) {
    if (!text.startsWith(parts)) continue;
    const rest = text.slice(parts.length);
    const again = /^(?:那个|的那个|的)?/u.exec(rest)?.[0] ?? "";
    if (rest.startsWith(again + surname)) return { surname, length: parts.length + again.length + surname.length };
    if (/^(?:$|[，。！？])/u.test(rest)) return { surname, length: parts.length };
  }
  const side = bySide.exec(text);
  const surname = surnameAt(side?.groups?.surname ?? "");
  return side && surname ? { surname, length: side[0].length } : null;
}
