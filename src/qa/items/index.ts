import type { QaItemName } from "../../platform/rules/schema/rubric.ts";
import type { Judge } from "../judge.ts";
import { judgeAskingAgain } from "./asking-again.ts";
import { judgeClosing } from "./closing.ts";
import { judgeForbidden } from "./forbidden.ts";
import { judgeGreeting } from "./greeting.ts";
import { judgeInterruption } from "./interruption.ts";
import { judgePoliteness } from "./politeness.ts";
import { judgeQuarrel } from "./quarrel.ts";
import { judgeRestating } from "./restating.ts";
import { judgeRhetorical } from "./rhetorical.ts";
import { judgeSelfContact } from "./self-contact.ts";
import { judgeShirk } from "./shirk.ts";
import { judgeSilence } from "./silence.ts";
import { judgeSurname } from "./surname.ts";
import { judgeUnfounded } from "./unfounded.ts";

/** Who judges which named item. */
export const judges: Readonly<Record<QaItemName, Judge>> = {
  开头语不规范: judgeGreeting,
  结束语不规范: judgeClosing,
  未询问或称呼姓氏: judgeSurname,
  反问语气: judgeRhetorical,
  "使用禁语(不知道/不清楚)": judgeForbidden,
  与来电人争吵: judgeQuarrel,
  推诿应受理事项: judgeShirk,
  抢话: judgeInterruption,
  等待超30秒无提示: judgeSilence,
  未确认来电人问题: judgeRestating,
  反复询问: judgeAskingAgain,
  缺少礼貌用语: judgePoliteness,
  随意答复无依据: judgeUnfounded,
  让来电人自行联系而不受理: judgeSelfContact,
};
