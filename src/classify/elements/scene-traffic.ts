import type { Talk } from "../talk/talk.ts";
import { plateOf } from "./plate.ts";
import { firstHit, inFigures, openingOf, readBack, type SceneReader, sceneAt } from "./scene.ts";
import type { Heard } from "./target-features.ts";

const road = "(?:大街|大道|路(?!口)|街(?!道)|巷)";
const roadName = `(?:(?!街道|乡|镇|反映|建议|投诉|这个|那个|就是|我们|[在的把将是就从到往有，])[\\p{Script=Han}]){1,6}?${road}`;
const crossing = new RegExp(
  `(?:街道|乡|镇|建议|反映|投诉)?(${roadName})(?:那个|这个)?(?:与|和|跟|同)(?:那个)?(${roadName})`,
  "u",
);
/** Not 红绿灯那儿有个坑: a light is often no more than a landmark. */
const light =
  /(?:红绿灯|信号灯|(?:绿|红|黄|转)灯)(?!路口|那[儿里边]|这[儿里边]|旁|边|附近|对面|往|东|西|南|北|底下|下面|跟前|口)/u;
const runsLight = /(?:闯|抢)(?:了)?(?:个)?红灯/u;

/** 湖滨路与解放大街路口 where two roads that cross are named; null where none are. */
export function crossingIn(talk: Talk, heard: Heard): string | null {
  const roads = firstHit([...readBack(heard), ...talk.citizen], crossing);
  return roads ? `${roads.match[1]}与${roads.match[2]}路口` : null;
}

/** 湖滨路与解放大街路口信号灯: a light at a crossing has no other name. */
export const lightScene: SceneReader = (talk, heard) => {
  const turns = [...openingOf(talk).slice(0, 2), ...readBack(heard)];
  const found = firstHit(turns, light);
  if (!found || heard.urgentClass || firstHit(turns, runsLight)) return null;
  const roads = crossingIn(talk, heard);
  return roads ? sceneAt(found, `${roads}信号灯`) : null;
};

/** Not 建设一路, nor 一路按喇叭. */
const line = /((?!一路(?!公交|车))[0-9零一二两三四五六七八九十百幺]{1,5})路(?![口段边上人])/u;
const ofBuses = /公交|司机|末班|班车|到站|甩站|上车|下车|站牌|站台/u;
const busMatter =
  /公交|不停|甩|拒载|末班|延长|延伸|线路|班次|加车|绕行|改线|晚点|间隔|发车|候车|不让.{0,4}上车|等.{0,8}车|关门|夹/u;

/** A stop is no line. */
const stop = /候车亭|电子站牌|座椅|雨棚|站台|公交亭/u;
const running = /末班|班次|延长|延伸|加密|间隔/u;

/** 17路公交车司机, 52路公交线路: a bus is told by its line. */
export const busScene: SceneReader = (talk, heard) => {
  if (heard.urgentClass || heard.scope !== "受理" || heard.kind === "咨询") return null;
  const turns = [...openingOf(talk), ...readBack(heard)];
  const found = firstHit(turns, line);
  const told = turns.map(({ text }) => text).join("");
  if (heard.kind === "建议" && stop.test(told) && !running.test(told)) return null;
  if (!found || !ofBuses.test(told) || !busMatter.test(told)) return null;
  const bus = `${inFigures(found.match[1] ?? "")}路公交`;
  if (heard.kind === "建议") return sceneAt(found, `${bus}线路`);
  const plate = plateOf([...readBack(heard), ...talk.citizen]);
  return sceneAt(found, `${bus}车${plate}${/司机|师傅(?!傅)/u.test(told) ? "司机" : ""}`);
};

const vehicle =
  /(?:[黑白红银灰蓝绿黄]色?(?:的)?)?(?:小轿车|轿车|越野车|面包车|大货车|货车|渣土车|出租车|公交车|摩托车|电动车|三轮车|客车|大巴|小车)/u;

/** Not 腿上血流没停, nor 肇事司机在现场. */
const fled = /(?<![没不][有会能]?)逃逸|(?:车|司机|人家|撞完|撞了人)(?:[^，。我]{0,4})(?:跑了|开跑|溜了|没停|开走了)/u;

/** 黑色轿车（车牌尾号5K28）司机: the vehicle that an accident is told by; 肇事货车 where its driver is gone. */
export const crashScene: SceneReader = (talk, heard) => {
  const turns = [...readBack(heard), ...talk.citizen];
  const found = heard.scope === "122" ? firstHit(turns, vehicle) : null;
  if (!found) return null;
  const told = `${found.match[0]}${plateOf(turns)}`;
  return sceneAt(found, firstHit(turns, fled) ? `肇事${told}` : `${told}司机`);
};

const hired =
  /(?:投诉|举报|反映|告)(?:一下|一个|一辆|那个|这个|的是|个|辆|，)*(?:开)?(出租车|的士|出租|网约车|黑车)(?!公司)/u;

/** 出租车（车牌云T1297）司机: a cab that is complained of is told by its plate. */
export const cabScene: SceneReader = (talk, heard) => {
  if (heard.urgentClass || (heard.kind !== "投诉" && heard.kind !== "举报")) return null;
  const found = firstHit([...openingOf(talk), ...readBack(heard)], hired);
  const plate = plateOf([...readBack(heard), ...talk.agent, ...talk.citizen]);
  return found && plate !== "" ? sceneAt(found, `${found.match[1]}${plate}司机`) : null;
};
