import { firstHit, inFigures, openingOf, readBack, type SceneReader, sceneAt } from "./scene.ts";

const somebody =
  /老人|老太太|老大爷|老大娘|老奶奶|老爷子|老头|老汉|大爷|大妈|大娘|大叔|孕妇|产妇|病人|患者|乘客|游客|孩子|小孩|男孩|女孩|婴儿|学生|工人|工友|民工|环卫工|保安|外卖员|骑手|快递员|服务员|保洁|店员|售货员|男子|女子|男的|女的|小伙子|小伙/u;
const befell =
  /晕倒|昏倒|晕厥|昏迷|摔倒|倒地|受伤|走失|落水|溺水|抽搐|触电|中毒|心梗|休克|吐血|胸痛|胸闷|难产|流产|临产/u;
const fell = /晕|昏|不动弹|叫不应|喊不醒|没反应/u;
const kin =
  /(?:我|俺|咱)(?:家)?(?:的)?(爸|父亲|妈|母亲|爷爷|奶奶|姥姥|姥爷|老伴|老公|丈夫|媳妇|老婆|妻子|儿子|闺女|女儿|孙子|孙女|公公|婆婆|岳父|岳母|弟弟|哥哥|姐姐|妹妹|孩子|娃)(?![家的单])/u;

/** 我老公看见有个老人晕倒了: then it is not one of the family. */
const stranger = new RegExp(`(?:有|那)(?:个|位|名)[^，。]{0,6}(?:${somebody.source})`, "u");

/** Many who fell ill after a meal: then it is about who served it. */
const poisoned =
  /食物中毒|(?:吃|喝)(?:完|了|的)?[^。？！]{0,20}(?:倒了?一片|都吐|又吐|上吐下泻|集体|好几个|十来个|一桌)|(?:倒了?一片|十来个|好几个)[^。？！]{0,20}(?:吐|拉肚子|抽搐)/u;

/** 晕倒老人, 来电人的父亲: who needs an ambulance is told by what befell them, or by kinship. */
export const sickScene: SceneReader = (talk, heard) => {
  if (heard.scope !== "120") return null;
  const turns = [...readBack(heard), ...openingOf(talk)];
  if (firstHit(turns, poisoned)) return null;
  const state = firstHit(turns, befell);
  const mine = firstHit(openingOf(talk), kin);
  if (mine && !firstHit(openingOf(talk), stranger)) return sceneAt(mine, `来电人的${mine.match[1]}`);
  const person = firstHit(turns, somebody);
  if (!person || !(state ?? firstHit(turns, fell))) return null;
  return sceneAt(person, `${state?.match[0] ?? "晕倒"}${person.match[0]}`);
};

const deed =
  /持[\p{Script=Han}]{1,2}(?:打人|伤人|威胁|抢劫)|持(?:刀|棍|械)|拿(?:着)?刀|砍人|撬(?:开)?(?:[\p{Script=Han}0-9]{1,4}的)?(?:门|锁)|偷(?:东西|车|电瓶)|抢(?:劫|包|钱|东西)|打人|砸(?:店|车|门)|跟踪|猥亵|绑架/u;
const fighting = /打架|斗殴|殴斗|群殴|互殴|械斗|打成一团|互相(?:打|砸)/u;
const strangers =
  /([一两二三四五六七八九十几0-9]{1,3})(?:来|多)?[名个位][\p{Script=Han}]{0,4}?(男子|男的|女子|女的|小伙子|小伙|年轻人|大汉|壮汉|人)/u;

/** 教师新村五栋302|男的打人: then it is who lives there. */
const atHome =
  /(?:街道|镇|乡|[路街](?=[\p{Script=Han}]))((?:(?!街道|镇|乡)[\p{Script=Han}]){0,8}?[0-9零一二三四五六七八九十百]{1,3}(?:号楼|栋|幢)(?:[0-9一二三四五六七八九十]+单元)?[0-9零一二三四五六七八九十]{3,4})室?(?:的?(?:男|女)(?:的|人|主人)|里?有人|住户|家里?|夫妻|两口子)[^，。]{0,8}(?:打|砍|持|动手|家暴|拿)/u;

/** 持刀的男子, 撬门的两名男子: strangers are told by what they do. */
export const crimeScene: SceneReader = (talk, heard) => {
  if (heard.scope !== "110") return null;
  const turns = [...readBack(heard), ...talk.citizen];
  const home = firstHit(readBack(heard), atHome);
  if (home) return sceneAt(home, `${inFigures(home.match[1] ?? "")}住户`);
  const fight = firstHit(turns, fighting);
  const found = fight ?? firstHit(turns, deed);
  if (!found) return null;
  const what = found.match[0].replace(/^拿(?:着)?刀/u, "持刀").replace(/^撬.*/u, "撬门");
  const counted = firstHit(turns, strangers)?.match;
  const number = counted && counted[1] !== "一" && counted[1] !== "1" ? `${counted[1]}名` : "";
  if (fight) return sceneAt(fight, `打架的${number}人员`);
  return sceneAt(found, `${what}的${number}${/女/u.test(counted?.[2] ?? "") ? "女子" : "男子"}`);
};

const burning =
  /(?:(楼道|地下室|车库|车棚|屋|家)(?:里|内|里头)?[^，。]{0,3})?(电动车|电瓶车|三轮车|汽车|轿车|货车|公交车|面包车|摩托车|配电箱|变压器|垃圾堆|垃圾桶|柴草|秸秆)/u;

/** 楼道内起火电动车: what burns, where it is no house or company. */
export const fireScene: SceneReader = (talk, heard) => {
  if (heard.scope !== "119") return null;
  const found = firstHit([...openingOf(talk), ...readBack(heard)], burning);
  return found ? sceneAt(found, `${found.match[1] ? `${found.match[1]}内` : ""}起火${found.match[2]}`) : null;
};
