import type { Turn } from "../talk/talk.ts";
import { firstHit, inFigures } from "./scene.ts";

/**
 * 车牌尾号，我瞅瞅，七二九: what is said between the word and the figures. 没看清, 忘了 tell that none follow, 工号 and 305路 are none, and
 * neither is 手机尾号, 门牌号, 订单尾号.
 */
const plate =
  /(?<!(?:手机|电话|联系|号码|单|工单|卡|证|票).{0,6})(?:车牌|(?<![门胸站工名])牌号|尾号|尾数|车号)(?:(?![没不忘记])[^。？！0-9A-Z零一二三四五六七八九幺]){0,8}?(?<![工单房座]号)([0-9A-Z零一二三四五六七八九幺-]{2,8})(?![0-9零一二三四五六七八九十百点]|[多个人]?[年月日号人块分路楼])/u;
const wholePlate =
  /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z])(?:开头的?)?[·，\s]{0,2}([0-9A-Z零一二三四五六七八九幺]{4,6})(?![0-9A-Z零一二三四五六七八九幺])/u;

const inDigits = (number: string): string => number.replace(/[零一二三四五六七八九幺]/gu, (digit) => inFigures(digit));

/** （车牌尾号605）, （车牌云T1297） of a vehicle whose number is told; empty where none is. */
export function plateOf(turns: readonly Turn[]): string {
  const whole = firstHit(turns, wholePlate)?.match;
  if (whole) return `（车牌${whole[1]}${inDigits(whole[2] ?? "")}）`;
  const number = firstHit(turns, plate)?.match[1];
  if (number === undefined) return "";
  const digits = inDigits(number);
  return `（${digits.includes("-") ? "车号" : "车牌尾号"}${digits}）`;
}
