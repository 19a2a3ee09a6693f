import type { Turn } from "../talk/talk.ts";
import { firstHit, inFigures, openingOf, readBack, type SceneReader, sceneAt } from "./scene.ts";
import type { Heard } from "./target-features.ts";

const number = "[0-9零一二两三四五六七八九十百]";
const house = `(?:${number}{1,4}(?:号楼|号院|栋|幢|楼|单元|号|门)){1,3}`;
const door = `(?:${number}{1,4}(?:楼|层|室|号)?)?(?:[东西南北中][边侧]?户?)?`;
const who = "(?:[\\p{Script=Han}]姓)?(?:男|女)?(?:业主|住户|租户|房主|户主|人家|邻居|一家|那家|那户)";
const doing =
  "从|自|在|占|私|违|擅|搭|盖|砸|改|养|装修|长期|经常|每|天天|半夜|夜里|晚上|凌晨|[0-9一二三四五六七八九十]+月|正月|腊月|正|把|将|一直|往|堆|噪音|漏水|开|是密接|密接|确诊|阳性|应当|应该|不隔离|没隔离|未|外出|发烧|[0-9一二三四五六七八九十]+号|大音量|唱|夜间";
const accusedHome = new RegExp(`(${house})(${door})(?:的)?(${who})?(?=，?(?:${doing}))`, "u");
const matter =
  /违建|违章|违法|私搭|乱搭|搭建|盖房|砌墙|阳光房|彩钢房|承重墙|砸墙|漏水|渗水|扰民|噪音|装修|养狗|养鸽|养鸡|占用|堆放|打麻将|跺脚|高空抛物|楼顶|唱歌|音响|弹琴|钢琴|拍球|密接|隔离|阳性|麻疹|流感/u;
const infected = /^，?(?:是密接|密接|确诊|阳性)/u;
/** 3号楼502从三月起受楼下饭店影响: the caller's own home. */
const isSuffered = /受|被|遭|楼下|隔壁|旁边|附近|对面|门前|烧烤|饭店|工地|广场/u;
const sufferedWithin = 16;
/** Whom callers name by where they live from themselves. */
const neighbour =
  /(?<![我俺在住])(?:(楼上|对门)(?!的?(?:老板|饭店|店|工地|超市|公司|小区|楼|村|厂))|(楼上|楼下|对门|隔壁)(?=的?(?:住户|租户|邻居|那家|那户|人家)))/u;
/** Longest name of an estate between street and house, in characters. */
const estateMax = 8;

/** Where the name of the estate before the house at `at` begins: behind the street, else as its own part of the place; `at` where none is. */
function estateStart(heard: Heard, turn: Turn, at: number): number {
  const parts = heard.places.filter((place) => place.turn === turn).flatMap((place) => place.parts);
  const street = parts.findLast(({ kind, end }) => kind === "area" && end <= at && at - end <= estateMax);
  if (street && /^[\p{Script=Han}]*$/u.test(turn.text.slice(street.end, at))) return street.end;
  return parts.find(({ kind, end }) => kind === "name" && end <= at && at - end <= 1)?.start ?? at;
}

/** 楼上住户（棉纺二院3号楼2单元602）, 棉纺二院3号楼2单元602住户: neighbours are told by where they live, when the agent reads that back. */
export const dwellingScene: SceneReader = (talk, heard) => {
  const isAccused =
    (!heard.urgentClass || heard.urgentClass === "不稳定因素") && (heard.kind === "举报" || heard.kind === "投诉");
  if (!isAccused && heard.urgentClass !== "疫情") return null;
  const found = firstHit(readBack(heard), accusedHome);
  if (!found || !matter.test(found.turn.text)) return null;
  const [, building = "", flat = "", person = ""] = found.match;
  if (flat === "" && person === "") return null;
  if (!isAccused && person === "" && !infected.test(found.turn.text.slice(found.match.index + found.match[0].length)))
    return null;
  const behind = found.turn.text.slice(found.match.index + found.match[0].length);
  if (isSuffered.test(behind.slice(0, sufferedWithin))) return null;
  const at = found.match.index;
  const start = estateStart(heard, found.turn, at);
  if (/您(?:家)?(?:住)?(?:在)?$|您家/u.test(found.turn.text.slice(Math.max(0, start - 4), start))) return null;
  const home = `${found.turn.text.slice(start, at)}${inFigures(`${building}${flat}`)}`;
  const [, above, beside] = firstHit(openingOf(talk), neighbour)?.match ?? [];
  const near = above ?? beside;
  const whoever = person === "" || person.length > 2 ? "住户" : person;
  if (near) return sceneAt(found, `${near}${whoever}（${home}）`);
  return sceneAt(found, `${home}${person === "" && !home.endsWith("户") ? "住户" : person}`);
};

/** 三号 may be a day, 三楼 a floor: a home is told by its house or its unit. */
const homeOnly = new RegExp(`${number}{1,4}(?:号楼|号院|栋|幢|单元)(?:${house})?`, "u");

/** 凤栖园4号楼2单元, the home that the agent read back or anybody named first; null where none is. */
export function homeIn(heard: Heard, turns: readonly Turn[]): string | null {
  const found = firstHit(turns, homeOnly);
  if (!found) return null;
  const start = estateStart(heard, found.turn, found.match.index);
  const estate = found.turn.text.slice(start, found.match.index);
  return `${estate}${inFigures(found.match[0])}`;
}
