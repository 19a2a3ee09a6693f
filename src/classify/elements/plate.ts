import type { Turn } from "../talk/talk.ts";
import { inFigures } from "./scene.ts";

/** 车牌尾号，我瞅瞅，七二九: what is said between the word and the figures; 没看清 tells that none follow, 手机尾号 is no plate. */
const plate =
  /(?<!(?:手机|电话|单号|工单|卡).{0,6})(?:车牌|牌号|尾号|尾数|车号)(?:(?![没不])[^。？！0-9A-Z零一二三四五六七八九幺]){0,10}([0-9A-Z零一二三四五六七八九幺-]{3,8})(?![0-9零一二三四五六七八九十百点]|[多个人]?[年月日号人块分])/u;
const wholePlate =
  /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z])(?:开头的?)?[·，\s]{0,2}([0-9A-Z零一二三四五六七八九幺]{4,6})(?![0-9A-Z零一二三四五六七八九幺])/u;

const inDigits = (number: string): string => number.replace(/[零一二三四五六七八九幺]/gu, (digit) => inFigures(digit));

/** （车牌尾号605）, （车牌云T1297） of a vehicle whose number is told; empty where none is. */
export function plateOf(turns: readonly Turn[]): string {
  const whole = firstOf(turns, wholePlate);
  if (whole) return `（车牌${whole[1]}${inDigits(whole[2] ?? "")}）`;
  const number = firstOf(turns, plate)?.[1];
  if (number === undefined) return "";
  const digits = inDigits(number);
  return `（${digits.includes("-") ? "车号" : "车牌尾号"}${digits}）`;
}

function firstOf(turns: readonly Turn[], pattern: RegExp): RegExpExecArray | null {
  for (const { text } of turns) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return null;
}
