import type { Turn } from "../talk/talk.ts";
import { firstHit, openingOf, readBack, type Scene, type SceneReader, sceneAt } from "./scene.ts";

const asks =
  "(?:了解|获取|得到|索要|想要的是|想要|查询|查一下|查查|打听|知道|提供|调取|拿到|看看|看一下)(?:一下|到)?，?(?:咱们|我们)?(?:中标|承包|竞标|投标|那个|这个|那家|这家|同行|对手|一位|一个|某个|名叫|叫)?(?:单位|企业|公司|老板|人叫)?";
const secret =
  "(?:投标|报价|标书|客户名单|客户资料|客户|申报书|申报材料|配方|工艺|成本|合同|图纸|进货|供货|底价|技术|家庭住址|住址|住哪|地址|电话|手机|号码|联系方式|身份证|个人信息|信息|婚姻|结婚|房产|户籍|户口|档案|病历|工资|存款|行踪|下落|姓名)";
const between = "(?:那家|这家|那份|这份|先生|女士|现在|目前|名下|家的|的|办[^，。的]{1,8}的)";
const asked = new RegExp(
  `${asks}([\\p{Script=Han}A-Za-z0-9]{2,12}?)(?=${between}|${secret})(?:${between}[^，。？]{0,10}?)?${secret}`,
  "u",
);
/** 手机号码的机主: who stands behind a number. */
const holder = /(手机号码?|电话号码?|车牌号?码?|号码)的?(机主|车主|主人)/u;
const nobody =
  /举报|投诉|^(?:我|俺|你|您|他|她|人家|对方|别人|这个|那个|哪|谁|什么|个人|本人|自己|相关|详细|具体|全部|所有)/u;
/** Where the name stands in the turn. */
function sceneOfName(turn: Turn, match: RegExpExecArray): Scene | null {
  const name = match[1] ?? "";
  if (name === "" || nobody.test(name)) return null;
  const start = turn.text.indexOf(name, match.index);
  return { value: name, turn, start, end: start + name.length };
}

/** 恒测电子 of 想获取恒测电子的项目申报书, 仇国梁 of 查询仇国梁先生的住址: whose secret the caller asks for. */
export const secretScene: SceneReader = (talk, heard) => {
  if (heard.scope !== "商业秘密" && heard.scope !== "个人隐私") return null;
  const agent = talk.agent.filter((turn) => asked.test(turn.text)).slice(0, 1);
  const turns = [...readBack(heard), ...agent, ...openingOf(talk)];
  const behind = firstHit(turns, holder);
  if (behind) return sceneAt(behind, `${behind.match[1]}${behind.match[2]}`);
  const found = firstHit(turns, asked);
  return found ? sceneOfName(found.turn, found.match) : null;
};

const applied =
  /(?:向|在|给|跟|找|往)((?:市|区|县|省)?(?:(?![向在给跟找往])[\p{Script=Han}]){2,8}?(?:局|委员会|政府|街道办|办事处|管委会))(?:的)?(?:网站|官网)?[^，。]{0,10}(?:公开|申请|提交|递交|填)/u;

const punished =
  /(?:被|由(?!于)|对(?!方|面|于)|不服)(?:他们|你们|我们|那个|这个)?((?:[\p{Script=Han}]{2,4}(?:区|县|市))?[\p{Script=Han}]{2,8}?(?:局|所|大队|支队|中队|政府|委员会|办事处))(?:以|罚|处罚|作出|做出|下(?:的|达|了)|认定|决定|给|没收|吊销|扣)/u;

/** 城关市场监管所 of 被城关市场监管所罚款: whose decision is under review. */
export const reviewScene: SceneReader = (talk, heard) => {
  if (heard.scope !== "行政复议") return null;
  const found = firstHit([...readBack(heard), ...talk.citizen], punished);
  return found ? sceneAt(found, found.match[1] ?? "") : null;
};

/** 市教育局 of 在市教育局网站上申请公开: the body that was asked to disclose. */
export const disclosureScene: SceneReader = (talk, heard) => {
  if (heard.scope !== "政府信息公开") return null;
  const found = firstHit([...readBack(heard), ...talk.citizen], applied);
  if (!found) return null;
  const value = found.match[1] ?? "";
  const start = found.turn.text.indexOf(value, found.match.index);
  return { value, turn: found.turn, start, end: start + value.length };
};
