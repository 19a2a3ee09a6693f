import { clausesOf } from "../../platform/text/index.ts";
import { letterInThirdPerson } from "./letter.ts";

const leadIn =
  /^(?:喂+|您好|你好|恁好|哎呀?|唉|啊|哦|嗯|那个|这个|就是说?|是这样(?:的|子)?|同志|姑娘|闺女|新年好|节日好|对对?|是的?|行|好的?|然后|还有就是|我跟你(?:们)?说|我告诉你|我(?:想|要)?(?:咨询|反映|问|打听|了解|投诉|举报|求助)(?:问|一下|一个事|个事|个问题|下|一件事)?(?:儿)?|我问问(?:啊|你们)?|我?(?:想|要)?(?:给你们)?提(?:个|一个|点|两个|条)?(?:小)?(?:建议|意见)(?:啊|吧)?|头一个就是|第[一二三]个?(?:是)?|，|。|！|？|、)+/u;

/** Spoken words without the greetings and run-ups at their start and the particles at their end. */
export function tidy(text: string): string {
  return text.replace(leadIn, "").replace(/(?:啊|呀|呢|吧|嘛|哈|哩|了啊|[，。！？、…])+$/u, "");
}

/** Told in the third person: the caller's 我 and the agent's 您 become 其. */
export function thirdPerson(text: string): string {
  return text
    .replace(
      /(?:我们|俺们|我|俺|您)(?:家)?的?(?=妈|爸|儿|女|孩|娃|家|老|媳|闺|爷|奶|弟|妹|哥|姐|小区|村|楼|单位|公司)/gu,
      "其",
    )
    .replace(/咱们?(?:这儿|这里|这边|的)?/gu, "")
    .replace(/我们|俺们|我|俺|您/gu, "其")
    .replace(/其其/gu, "其");
}

/** The same of spoken words, and of a letter, which speaks to its reader. */
export function inThirdPerson(text: string, isWritten: boolean): string {
  return isWritten ? letterInThirdPerson(text) : thirdPerson(text);
}

/** Cut at a clause end so that at most `max` characters remain; one long clause is cut hard. */
export function cutAtClause(text: string, max: number): string {
  if (text.length <= max) return text;
  const fitting = clausesOf(text).filter((clause) => clause.end <= max);
  const last = fitting.at(-1);
  return last && last.end >= max / 3 ? text.slice(0, last.end) : text.slice(0, max);
}
